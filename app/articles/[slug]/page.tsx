import { getArticle, getArticles } from '#lib/articles'
export const revalidate = 60
export const generateStaticParams = () => getArticles(new Date()).slice(0, 3).map(({ slug }) => ({ slug }))
export default async function P({ params }: { params: Promise<{ slug: string }> }) {
  const slug = decodeURIComponent((await params).slug)
  const a = getArticle(slug, new Date())
  return <h1>{a?.headline}</h1>
}
