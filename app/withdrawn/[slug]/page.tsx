export const revalidate = 60
export const generateStaticParams = () => []
export default async function P() {
  return <h1>Withdrawn</h1>
}
