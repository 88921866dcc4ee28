/** What report.html needs of the core where it is shown: its charts and the shape of its data. */
export { distribution } from "./report/charts/distribution.js";
export type { Drawing } from "./report/charts/drawing.js";
export { gauge } from "./report/charts/gauge.js";
export { profileChart } from "./report/charts/profile.js";
export { svgMarkup } from "./report/charts/svg.js";
export { waterfall } from "./report/charts/waterfall.js";
export type {
  GapDetail,
  ItemData,
  ItemDetail,
  PageData,
  UnitData,
  UnitDetail,
} from "./report/page/page-data.js";
