/** A site that is built of the same stories. What is measured is `npm run build` in its folder. */
export type BuildCompetitor = {
  name: string
  /** Puts the site, without stories, into a new folder. Stories come into `words/`, in the form of `CONTENT_DIR`. */
  setUp: (folder: string) => void
  /** What a build leaves; the first build finds none of it. */
  output: string[]
  /** What of it is not there when the second build begins. */
  lost: string[]
  env: Record<string, string>
  /** What to look at once the site of so many stories is built; in words. */
  visit?: (folder: string, stories: number) => Promise<string>
}
