import { defineConfig, rolldown } from "rolldown";

/**
 * The package is a handful of modules instead of hundreds: a cold `tsmp build` loads them 0.15 s
 * faster. All of them lie two folders deep, as the sources do, so that `../../` is the package.
 */
const bundled = ["ts-morph", "commander"];

/** Every file costs a start about a millisecond: what nearly all commands load lies together. */
const groups = [
  { name: "commander", test: /node_modules[\\/]commander/ },
  {
    name: "words",
    test: inCompiler(
      "diagnostics/(?!catalogue|locate|typescriptHints|ownAnswers|pythonNames)",
      "diagnostics/catalogue/(cli|internal|board|deploy|tests)",
    ),
  },
  {
    name: "link",
    test: inCompiler(
      "mpremote/(?!index|pseudoTerminal|rawTerminal|transports/t)",
      "cli/(flash|(?!main|start|commandLine|livePins)[a-zA-Z]+[.]ts|commands/monitor)",
      "project/(installedTsmp|sourcePlaces)",
      "(rememberedBuild|cacheFolder)[.]ts",
    ),
  },
];

function inCompiler(...places) {
  return new RegExp(`/compiler/(${places.join("|")})`.replaceAll("/", "[\\\\/]"));
}

export default defineConfig({
  input: {
    "editor/worker": "compiler/editor/worker.ts",
    "cli/main": "compiler/cli/main.ts",
    "api/index": "compiler/index.ts",
    "emulator/index": "compiler/emulator/index.ts",
    "mpremote/index": "compiler/mpremote/index.ts",
  },
  platform: "node",
  external: (id) => !/^[./\0]/.test(id) && !bundled.includes(id),
  plugins: [requireTsMorph(), withoutChildProcess(), editorPlugin()],
  output: {
    dir: "dist",
    entryFileNames: "[name].js",
    // rememberedBuild.ts knows a chunk by the digest in its name.
    chunkFileNames: "chunks/[name]-[hash].js",
    codeSplitting: { groups },
  },
});

/**
 * `import { ts } from "ts-morph"` as a `require`. To import names from CommonJS, Node scans the
 * source for them first, all 13 MB of it: another 0.1 s. Of these, 9 MB are TypeScript and the rest
 * ts-morph's own wrappers, which the compiler does not use: they are left out where TypeScript lies
 * where ts-morph 28 has it.
 */
function requireTsMorph() {
  return {
    name: "require-ts-morph",
    resolveId: (id) => (id === "ts-morph" ? "\0ts-morph" : null),
    load: (id) => (id === "\0ts-morph" ? requiringModule : null),
  };
}

/** A TypeScript server loads its plugins as CommonJS. */
function editorPlugin() {
  return {
    name: "editor-plugin",
    async writeBundle() {
      const bundle = await rolldown({ input: "compiler/editor/plugin.ts", platform: "node" });
      await bundle.write({ file: "dist/editor/plugin.cjs", format: "cjs", exports: "default" });
      await bundle.close();
    },
  };
}

const requiringModule = `
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
function load() {
  try {
    return createRequire(require.resolve("ts-morph"))("@ts-morph/common/dist/typescript.js");
  } catch {
    return require("ts-morph").ts;
  }
}
export const ts = load();
`;

/** commander loads what starts processes, for commands that are programs of their own: tsmp has none. */
function withoutChildProcess() {
  return {
    name: "without-child-process",
    transform: {
      filter: { id: /node_modules[\\/]commander/ },
      handler: (code) => code.replace("require('node:child_process')", "undefined"),
    },
  };
}
