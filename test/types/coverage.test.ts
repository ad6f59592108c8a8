import ts from "typescript";
import { describe, expect, test } from "vitest";
import { allowedExports, allowedMembers } from "./support/notInInventory.ts";
import {
  type ClassFacts,
  exportsOf,
  inventory,
  membersOf,
  namesOf,
  StubService,
} from "./support/stubProgram.ts";

const service = new StubService("pico_w");
const modules = { ...inventory("rp2-pico-w").modules, ...inventory("pyb").modules };

describe.each(Object.keys(modules))("module %s", (inventoryName) => {
  const module = inventoryName.replaceAll(".", "/");
  const facts = modules[inventoryName]!;
  const classes = Object.entries(facts.classes);
  const wanted = [
    ...Object.keys(facts.functions),
    ...namesOf(facts.constants).filter((name) => !name.startsWith("_")),
    ...classes.map(([name]) => name),
  ];

  test("declares every name that the firmware has", () => {
    const declared = exportsOf(service, module);
    expect(wanted.filter((name) => !declared.has(name))).toEqual([]);
  });

  test("declares no name that the firmware lacks", () => {
    const allowed = allowedExports[inventoryName] ?? {};
    const extra = [...exportsOf(service, module).keys()].filter((name) => !wanted.includes(name));
    expect(extra.filter((name) => !(name in allowed))).toEqual([]);
    expect(Object.keys(allowed).filter((name) => !extra.includes(name))).toEqual([]);
  });

  test.each(classes)("class %s has the members of the firmware's", (name, classFacts) => {
    const symbol = exportsOf(service, module).get(name)!;
    const { instance, statics } = membersOf(service, symbol);
    const missing = membersWanted(classFacts).filter(
      (member) => !instance.has(member) && !statics.has(member),
    );
    expect(missing).toEqual([]);
  });

  test.each(classes)("class %s has no other members", (name, classFacts) => {
    const symbol = exportsOf(service, module).get(name)!;
    const { instance, statics } = membersOf(service, symbol);
    const allowed = allowedMembers[`${inventoryName.split(".")[0]}.${name}`] ?? {};
    const members = membersWanted(classFacts);
    const extra = [...instance, ...statics]
      .filter(([member]) => !members.includes(member) && !member.startsWith("__"))
      .filter(([, property]) => !isHidden(property))
      .filter(([member]) => !inheritedFromPython.has(member))
      .map(([member]) => member);
    expect([...new Set(extra)].filter((member) => !(member in allowed)).sort()).toEqual([]);
  });
});

function membersWanted(facts: ClassFacts): string[] {
  return [
    ...Object.keys(facts.methods).filter((name) => !name.startsWith("__")),
    ...namesOf(facts.constants),
    ...namesOf(facts.classes),
  ];
}

function isHidden(property: ts.Symbol): boolean {
  const declaration = property.valueDeclaration;
  return (
    declaration !== undefined &&
    (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) !== 0
  );
}

/** What every Python object, or every Python exception, has. */
const inheritedFromPython = new Set(["args", "name", "apply", "call", "bind", "length"]);
