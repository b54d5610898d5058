import { hotThisWeekDataPath } from '#lib/rules/links'

/** The ranking's rule in plain words. */
export const HowHotIsMade = () => (
  <section aria-labelledby="how" className="prose max-w-measure border-t border-rule pt-6">
    <h2 id="how">How this list is made</h2>
    <p>
      A story counts one read when somebody keeps it open and visible for five seconds. One reader counts once a day for
      each story, and one network address 20 times at most. Robots do not count, nor do readers whose browser asks not
      to be tracked.
    </p>
    <p>
      Reads are added up by the hour, for the last 168 hours. A fresh read weighs 1, one of three days ago a half, one
      of six days ago a quarter: a story’s score is Σ reads × 2<sup>(−age in hours / 72)</sup>. The highest score comes
      first; of two equal ones, the newer story.
    </p>
    <p>
      Where a list has more places than there are stories with readers, the newest stories fill it. They are marked
      “Latest” and are not numbered. A list beside a story leaves out those that stand elsewhere on its page.
    </p>
    <p>
      Everything the ranking is made of is <a href={hotThisWeekDataPath}>open data</a>: anyone can check it.
    </p>
  </section>
)
