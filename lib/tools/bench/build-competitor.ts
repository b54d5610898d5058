/** A site built from the same stories. The benchmark measures `npm run build` in its folder. */
export type BuildCompetitor = {
  name: string
  /** Creates the site, without stories, in a new folder. The stories go into `words/`, in the form of `CONTENT_DIR`. */
  setUp: (folder: string) => void
  /** What a build writes. The first build finds none of it. */
  output: string[]
  /** The part of `output` that is missing when the second build begins. */
  lost: string[]
  env: Record<string, string>
  /** Visits the built site with this many stories and describes the result in text. */
  visit?: (folder: string, stories: number) => Promise<string>
}
