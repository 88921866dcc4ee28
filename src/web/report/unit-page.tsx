import { gauge, profileChart, type UnitData, type UnitDetail, waterfall } from "../../page.js";
import { Chart } from "./chart.js";
import { detailOf, labels, page, percent } from "./data.js";
import { GapList } from "./gap-list.js";
import { ItemList } from "./item-list.js";
import { hrefOf } from "./route.js";

/** One unit: its total, where the points went, what would win some back, every item down to the cells. */
export function UnitPage({ code }: { readonly code: string }) {
  const index = page.units.findIndex((unit) => unit.code === code);
  const unit = page.units[index];
  if (!unit) return <h1 tabIndex={-1}>{labels.nothingFound}</h1>;
  const detail = detailOf(index);
  const { sections, columns, none } = labels;
  const median = page.medians[unit.group];
  const others =
    median && page.units.filter(({ group, rank }) => group === unit.group && rank !== null).length > 1;
  const profiles = [
    { name: unit.name, rates: unit.rates },
    ...(median && others ? [{ name: labels.median, rates: median }] : []),
  ];
  const below =
    unit.rank === null ? unit.apart : `${columns.rank} ${unit.rank}${unit.grade ? ` · ${unit.grade}` : ""}`;
  return (
    <>
      <p class="unprinted">
        <a href={hrefOf({ page: "ranking" })}>← {labels.back}</a>
      </p>
      <h1 tabIndex={-1}>
        {unit.name} <small>{unit.code}</small>
      </h1>
      <div class="beside">
        <Chart
          drawing={gauge(`${unit.name} ${unit.total} / ${unit.max}`, unit.total, unit.max, short(below))}
        />
        <Facts unit={unit} detail={detail} />
        <button class="unprinted" type="button" onClick={() => print()}>
          {labels.print}
        </button>
      </div>
      <div class="beside">
        <Chart
          drawing={profileChart(
            sections.profile,
            page.places.map(({ title }) => title),
            profiles,
          )}
        />
        <Chart drawing={waterfall(sections.waterfall, detail.steps)} />
      </div>
      <h2>{sections.levelOne}</h2>
      <LevelOne detail={detail} />
      {detail.vetoes.length > 0 && (
        <>
          <h2>{sections.vetoes}</h2>
          <ul>
            {detail.vetoes.map(({ title, status, lost }) => (
              <li key={title}>
                {title}：{status}（{columns.lost} {lost}）
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{sections.gaps}</h2>
      <GapList gaps={detail.gaps} />
      <h2>{sections.items}</h2>
      <ItemList detail={detail} />
      <h2>{sections.findings}</h2>
      {detail.findings.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {detail.findings.map(({ code, place, message }, at) => (
            <li key={at}>
              <b>{code}</b> {place} {message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** On a gauge there is room for a few words. */
const short = (words: string): string => (words.length > 18 ? `${words.slice(0, 17)}…` : words);

function Facts({ unit, detail }: { readonly unit: UnitData; readonly detail: UnitDetail }) {
  const { columns, none } = labels;
  const lines: readonly (readonly [string, string])[] = [
    [columns.group, unit.group || none],
    [columns.rank, unit.rank === null ? unit.apart : `${unit.rank}${unit.tied ? `（${labels.tied}）` : ""}`],
    [columns.interval, unit.interval || none],
    [columns.grade, unit.grade ?? none],
    [columns.rate, percent(unit.rate)],
    [columns.self, unit.self ?? none],
    [columns.rule, unit.rule],
    [columns.verified, unit.total],
    [`${columns.proven}–${columns.claimed}`, `${unit.proven}–${unit.claimed}`],
    [columns.coverage, percent(unit.coverage)],
    [`${labels.bonus} / ${labels.deduction}`, `${detail.bonus} / ${detail.deduction}`],
    ...(unit.change ? [[columns.change, unit.change] as const] : []),
    [columns.file, detail.files.join("、")],
  ];
  return (
    <dl class="facts">
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function LevelOne({ detail }: { readonly detail: UnitDetail }) {
  const { columns, none } = labels;
  return (
    <table class="compact">
      <caption class="unseen">{labels.sections.levelOne}</caption>
      <thead>
        <tr>
          {[columns.place, columns.max, columns.self, columns.rule, columns.verified, columns.rate].map(
            (header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {page.places.map(({ id, title }, index) => {
          const score = detail.places[index];
          const figures = score
            ? [
                score.max,
                score.self ?? none,
                score.rule,
                score.points,
                percent(Number(score.points) / Number(score.max)),
              ]
            : Array<string>(5).fill(labels.status.notApplicable);
          return (
            <tr key={id}>
              <th scope="row">{title}</th>
              {figures.map((figure, at) => (
                <td key={at} class="number">
                  {figure}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
