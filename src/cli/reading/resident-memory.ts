import { readdirSync, readFileSync } from "node:fs";
import { platform } from "node:os";

/** Linux tells it at once; elsewhere another program has to be asked, which takes much longer. */
const POLL_MS = platform() === "linux" ? 15 : 1000;

/**
 * Looks at the resident memory of a process, with those of its group where it leads one, until it is told to
 * stop; `exceeded` is called once. Node's own heap limit does not see buffers, hence from outside.
 */
export function watchMemory(
  pid: number,
  { maxBytes, group = false }: { readonly maxBytes: number; readonly group?: boolean },
  exceeded: () => void,
): () => void {
  let stopped = false;
  const stop = () => {
    stopped = true;
    clearInterval(timer);
  };
  const timer = setInterval(async () => {
    const bytes = await residentBytes(pid, group);
    if (stopped || bytes <= maxBytes) return;
    stop();
    exceeded();
  }, POLL_MS);
  return stop;
}

async function residentBytes(pid: number, group: boolean): Promise<number> {
  try {
    if (platform() === "linux") {
      const pids = group ? groupOf(pid) : [String(pid)];
      return pids.reduce((sum, one) => sum + residentOnLinux(one), 0);
    }
    const { default: pidusage } = await import("pidusage");
    return (await pidusage(pid)).memory;
  } catch {
    return 0; // It has ended; whoever waits for it is told so.
  }
}

const KIB = 1024;

function residentOnLinux(pid: string): number {
  try {
    return Number(/^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? 0) * KIB;
  } catch {
    return 0;
  }
}

/** The processes of the group that a process leads: the fifth field of `stat`, after a name in parentheses. */
function groupOf(leader: number): string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2]) === leader;
    } catch {
      return false;
    }
  });
}
