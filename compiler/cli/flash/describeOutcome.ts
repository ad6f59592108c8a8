import type { DeployReport } from "../../mpremote/deploy/deploy.ts";
import { kilobytes } from "./progressBar.ts";

/** `3 files sent (4.2 kB), 9 unchanged, 1 removed` */
export function describeReport(report: DeployReport, dryRun: boolean): string {
  const { plan, changed, savedMain } = report;
  const { upload, keep, copy, remove } = plan;
  const total = plan.manifest.files.size;
  if (plan.upToDate && !plan.replacesMain) return `up to date, ${count(total, "file")}`;
  if (plan.upToDate) return dryRun ? "would put main.py back" : "main.py put back";
  const bytes = upload.reduce((sum, { content }) => sum + content.length, 0);
  const parts = [`${count(upload.length, "file")} ${dryRun ? "to send" : "sent"}`];
  if (upload.length > 0) parts[0] += ` (${kilobytes(bytes)} kB)`;
  if (keep.length + copy.length > 0) parts.push(`${keep.length + copy.length} unchanged`);
  if (remove.length > 0) parts.push(`${remove.length} removed`);
  if (changed && savedMain !== undefined) parts.push(`the main.py of before is ${savedMain}`);
  return parts.join(", ");
}

/** The same for programs. */
export function reportDocument(report: DeployReport) {
  const { plan, changed, savedMain } = report;
  return {
    changed,
    upToDate: plan.upToDate,
    slot: plan.target,
    sent: plan.upload.map(({ path, content }) => ({ path, size: content.length })),
    unchanged: [...plan.keep, ...plan.copy],
    carried: plan.carry,
    removed: plan.remove,
    savedMain: savedMain ?? null,
  };
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
