/** Loads the script with which the page reports a read of its story. */
export const ReadReport = ({ script, story }: { script: string; story: string }) => (
  <script async src={script} data-story={story} />
)
