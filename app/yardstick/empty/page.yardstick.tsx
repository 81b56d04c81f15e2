/** The empty page that first-load JavaScript is measured against. Built with HUIYING_YARDSTICK=1 only. */
export default function EmptyPage() {
  return <main>0</main>;
}
