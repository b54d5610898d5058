/** A site that is built of the same stories. What is measured is `npm run build` in its folder. */
export type BuildContender = {
  name: string
  /** Puts the site, without stories, into a new folder. Stories come into `words/`, in the form of `CONTENT_DIR`. */
  setUp: (folder: string) => void
  /** What a build leaves, and what of it a first build may not find. */
  output: string[]
  /** What of it is not there when the second build begins. */
  lost: string[]
  env: Record<string, string>
}
