/** The files of a new project, by path. All of them build and check as they are. */
export function projectTemplate(
  name: string,
  tsmpVersion: string,
): Readonly<Record<string, string>> {
  return {
    "package.json": json({
      name: packageName(name),
      private: true,
      type: "module",
      scripts: { build: "tsmp build", check: "tsmp check", start: "tsmp run", test: "tsmp test" },
      devDependencies: { tsmp: `^${tsmpVersion}` },
    }),
    "tsconfig.json": json({
      extends: "tsmp/boards/pico_w.json",
      include: ["src"],
      tsmp: { entry: "src/main.ts", outDir: "build" },
    }),
    "src/main.ts": blink,
    ".vscode/settings.json": json(editorSettings),
    ".vscode/tasks.json": json(editorTasks),
    ".gitignore": "node_modules/\nbuild/\n",
  };
}

const blink = `import { Pin } from "machine";
import { sleep_ms } from "time";

const led = new Pin("LED", Pin.OUT);

while (true) {
  led.toggle();
  print(led.value() === 1 ? "on" : "off");
  sleep_ms(500);
}
`;

/**
 * Completion and checks for the "tsmp" block of tsconfig.json; and where the plugin of tsconfig.json
 * is found by the TypeScript that VS Code brings along.
 */
const editorSettings = {
  "typescript.tsserver.pluginPaths": ["."],
  "json.schemas": [
    {
      fileMatch: ["tsconfig.json", "tsconfig.*.json"],
      url: "./node_modules/tsmp/stdlib-types/tsmp.schema.json",
    },
  ],
};

/** `file:line:column - category CODE: message`, as the commands print it. */
const problemMatcher = {
  owner: "tsmp",
  source: "tsmp",
  fileLocation: ["relative", "${workspaceFolder}"],
  pattern: {
    regexp: "^(\\S.*?):(\\d+):(\\d+) - (error|warning|info) (\\w+): (.*)$",
    file: 1,
    line: 2,
    column: 3,
    severity: 4,
    code: 5,
    message: 6,
  },
};

const editorTasks = {
  version: "2.0.0",
  tasks: [
    task("build", { kind: "build", isDefault: true }),
    task("check", { kind: "test", isDefault: true }),
    task("run", "none"),
  ],
};

function task(command: string, group: unknown): object {
  return {
    label: `tsmp: ${command}`,
    type: "shell",
    command: `npx tsmp ${command}`,
    group,
    presentation: { clear: true },
    problemMatcher,
  };
}

/** A name that npm takes. */
function packageName(folder: string): string {
  const name = folder
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+|-+$/g, "");
  return name === "" ? "firmware" : name;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
