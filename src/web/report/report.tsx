import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { labels, page } from "./data.js";
import { FilesPage } from "./files-page.js";
import { ItemPage, ItemsPage } from "./items-page.js";
import { RankingPage } from "./ranking-page.js";
import "./report.css";
import { hrefOf, type Route, useRoute } from "./route.js";
import { UnitPage } from "./unit-page.js";

function Report() {
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const place = hrefOf(route);
  useEffect(() => {
    const heading = main.current?.querySelector("h1");
    document.title = `${heading?.textContent ?? ""} · ${page.title}`;
    // Whoever can't see that the page has changed is told by where the focus is.
    if (!isFirst.current) heading?.focus();
    if (!isFirst.current) scrollTo(0, 0);
    isFirst.current = false;
  }, [place]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.querySelector("h1")?.focus()}>
        {labels.skip}
      </button>
      <header>
        <p class="title">{page.title}</p>
        <p class="notice">{page.notice}</p>
        <nav aria-label={labels.navigation}>
          <NavLink route={{ page: "ranking" }} label={labels.ranking} now={route} />
          <NavLink route={{ page: "items" }} label={labels.items} now={route} />
          {page.returned.length > 0 && (
            <NavLink
              route={{ page: "files" }}
              label={`${labels.files} ${page.returned.length}`}
              now={route}
            />
          )}
        </nav>
      </header>
      <main id="main" ref={main}>
        <Page key={place} route={route} />
      </main>
      <footer>{page.identity}</footer>
    </>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case "unit":
      return <UnitPage code={route.id} />;
    case "item":
      return <ItemPage id={route.id} />;
    case "items":
      return <ItemsPage />;
    case "files":
      return <FilesPage />;
    case "ranking":
      return <RankingPage />;
  }
}

function NavLink(given: { readonly route: Route; readonly label: string; readonly now: Route }) {
  const { route, label, now } = given;
  return (
    <a href={hrefOf(route)} aria-current={route.page === now.page ? "page" : undefined}>
      {label}
    </a>
  );
}

const app = document.getElementById("app");
if (!app) throw new Error("no place for the report");
app.textContent = "";
render(<Report />, app);
