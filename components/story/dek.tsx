import { Words } from '#components/site/words'

/** The one sentence under the headline of a story. */
export const Dek = ({ text }: { text: string }) => (
  <p className="text-[1.25rem] leading-[1.42] text-soft">
    <Words text={text} />
  </p>
)
