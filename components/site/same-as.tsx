/** Where else somebody is found; absent when nowhere. */
export const SameAs = ({ name, addresses }: { name: string; addresses: string[] }) =>
  addresses.length > 0 && (
    <p className="label text-soft">
      {name} elsewhere:{' '}
      {addresses.map((address, index) => (
        <span key={address}>
          {index > 0 && ', '}
          <a href={address} className="inline-block py-1 underline">
            {new URL(address).hostname.replace(/^www\./, '')}
          </a>
        </span>
      ))}
    </p>
  )
