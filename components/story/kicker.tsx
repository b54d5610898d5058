import { Words } from '#components/site/words'

/** The short label above a headline. */
export const Kicker = ({ text }: { text: string }) => (
  <p className="label font-bold tracking-[0.02em] text-seal">
    <Words text={text} />
  </p>
)
