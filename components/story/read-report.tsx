/** Lets the page report that its story was read. */
export const ReadReport = ({ script, story }: { script: string; story: string }) => (
  <script async src={script} data-story={story} />
)
