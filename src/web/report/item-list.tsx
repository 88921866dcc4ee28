import { useState } from "preact/hooks";
import type { ItemData, ItemDetail, UnitDetail } from "../../page.js";
import { labels, page } from "./data.js";
import { usePrinting } from "./printing.js";
import { hrefOf } from "./route.js";

/** The items under their level-1 places; each opens to its clauses, the data behind them and their cells. */
export function ItemList({ detail }: { readonly detail: UnitDetail }) {
  // Every press of the buttons makes the list anew, as it is to be: open or closed.
  const [opened, setOpened] = useState({ open: false, times: 0 });
  const printing = usePrinting();
  const places = [...new Set(page.items.map(({ place }) => place))];
  const turn = (open: boolean) => setOpened(({ times }) => ({ open, times: times + 1 }));
  return (
    <>
      <div class="controls">
        <button type="button" onClick={() => turn(true)}>
          {labels.expandAll}
        </button>
        <button type="button" onClick={() => turn(false)}>
          {labels.collapseAll}
        </button>
      </div>
      {places.map((place) => (
        <section key={`${place} ${opened.times}`}>
          <h3>{place}</h3>
          {page.items.map((item, index) => {
            const result = detail.items[index];
            if (item.place !== place || !result) return null;
            return <OneItem key={item.id} item={item} result={result} open={opened.open || printing} />;
          })}
        </section>
      ))}
    </>
  );
}

function OneItem(given: { readonly item: ItemData; readonly result: ItemDetail; readonly open: boolean }) {
  const { item, result } = given;
  const [open, setOpen] = useState(given.open);
  const isOpen = open || given.open;
  const { status, points, max } = result;
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} class={status}>
      <summary>
        <span class="id">{item.id}</span> {item.title}
        <span class="figures">
          {status === "scored" ? "" : `${labels.status[status]} `}
          {status === "notApplicable" ? "" : `${points} / ${max}`}
        </span>
      </summary>
      {isOpen && <Reasons item={item} result={result} />}
    </details>
  );
}

function Reasons({ item, result }: { readonly item: ItemData; readonly result: ItemDetail }) {
  const { columns, sections, none } = labels;
  const standing = [
    [columns.self, result.self ?? none],
    [columns.rule, result.rule],
    [columns.verified, result.points],
    [`${columns.proven}–${columns.claimed}`, `${result.proven}–${result.claimed}`],
  ];
  return (
    <div class="reasons">
      <p>
        <a href={hrefOf({ page: "item", id: item.id })}>{sections.criterion}</a>：{item.criterion || none}
      </p>
      <p>{standing.map(([label, value]) => `${label} ${value}`).join("　")}</p>
      {result.notApplicable && (
        <p>
          {labels.status.notApplicable}：{result.notApplicable}
        </p>
      )}
      {result.clauses.length > 0 && (
        <table class="compact">
          <caption>{sections.clauses}</caption>
          <thead>
            <tr>
              {[columns.clause, columns.text, columns.outcome, columns.amount, columns.lost].map((header) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.clauses.map((clause) => (
              <tr key={clause.id} class={Number(clause.lost) > 0 ? "lost" : undefined}>
                <th scope="row">{clause.id}</th>
                <td>{item.clauses.find(({ id }) => id === clause.id)?.text}</td>
                <td>{labels.outcome[clause.outcome]}</td>
                <td class="number">{clause.amount}</td>
                <td class="number">{clause.lost}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {result.facts.length > 0 && (
        <table class="compact">
          <caption>{sections.facts}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.fact}</th>
              <th scope="col">{columns.cells}</th>
            </tr>
          </thead>
          <tbody>
            {result.facts.map(({ text, cells }) => (
              <tr key={text}>
                <td>{text}</td>
                <td>{cells}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {result.verification.length > 0 && (
        <>
          <p>{sections.verification}</p>
          <ul>
            {result.verification.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
