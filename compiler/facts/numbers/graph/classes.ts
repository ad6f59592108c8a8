import { ts } from "ts-morph";
import { newNative } from "../library/containers.ts";
import { giveType, newScope, takeType } from "../library/signatures.ts";
import { isNativeSymbol } from "../library/typeKinds.ts";
import type { FlowBuilder } from "./builder.ts";
import { isStatic } from "./eventLog.ts";
import { bindParameters, functionShape } from "./functions.ts";
import { slotOfMember } from "./patterns.ts";
import { Shape } from "./shape.ts";
import { dynamicSlot, parameterSlot, propertySlot, resultSlot } from "./slots.ts";

interface ClassShapes {
  /** The class itself: what `new` is called on, and its static members. */
  readonly statics: Shape;
  /** Its instances; one with those of its base class. */
  readonly instance: Shape;
}

const known = new WeakMap<FlowBuilder, Map<ts.ClassLikeDeclaration, ClassShapes>>();

export function classShape(builder: FlowBuilder, node: ts.ClassLikeDeclaration): Shape {
  return shapesOf(builder, node).statics.root;
}

export function instanceShape(builder: FlowBuilder, node: ts.ClassLikeDeclaration): Shape {
  return shapesOf(builder, node).instance.root;
}

function shapesOf(builder: FlowBuilder, node: ts.ClassLikeDeclaration): ClassShapes {
  let all = known.get(builder);
  if (!all) {
    all = new Map();
    known.set(builder, all);
  }
  let shapes = all.get(node);
  if (!shapes) {
    shapes = { statics: new Shape(), instance: new Shape() };
    all.set(node, shapes);
    linkClass(builder, node, shapes);
  }
  return shapes;
}

function linkClass(
  builder: FlowBuilder,
  node: ts.ClassLikeDeclaration,
  { statics, instance }: ClassShapes,
): void {
  const { graph } = builder;
  statics.functions.add(node);
  graph.flow({ shape: instance }, graph.slot(statics, resultSlot));
  const maker = constructorOf(node);
  if (maker) {
    bindParameters(builder, statics, maker);
    for (const parameter of maker.parameters) linkParameterProperty(builder, parameter, node);
  }
  for (const member of node.members) {
    linkMember(builder, member, isStatic(member) ? statics : instance);
  }
  linkBase(builder, node, { statics, instance });
  if (hasDecorators(node)) {
    graph.escape(statics);
    graph.escape(instance);
  }
}

export function constructorOf(
  node: ts.ClassLikeDeclaration,
): ts.ConstructorDeclaration | undefined {
  return node.members.find(
    (member): member is ts.ConstructorDeclaration =>
      ts.isConstructorDeclaration(member) && member.body !== undefined,
  );
}

function hasDecorators(node: ts.Node): boolean {
  return ts.canHaveDecorators(node) && (ts.getDecorators(node)?.length ?? 0) > 0;
}

/** `constructor(readonly size: number)`: the argument is also a field. */
function linkParameterProperty(
  builder: FlowBuilder,
  parameter: ts.ParameterDeclaration,
  node: ts.ClassLikeDeclaration,
): void {
  if (!ts.isParameterPropertyDeclaration(parameter, parameter.parent)) return;
  if (!ts.isIdentifier(parameter.name)) return;
  const symbol = builder.symbolOfName(parameter.name);
  if (!symbol) return;
  const { graph } = builder;
  const field = graph.slot(instanceShape(builder, node), propertySlot(parameter.name.text));
  graph.flowCell(builder.cellOf(symbol), field);
  builder.log.write(parameter, field);
}

/** A field, method or accessor of a class or of an object literal. */
export function linkMember(
  builder: FlowBuilder,
  member: ts.ClassElement | ts.ObjectLiteralElementLike,
  owner: Shape,
): void {
  const { graph } = builder;
  const { name } = member;
  if (!name) return;
  const slot = graph.slot(owner, slotOfMember(name) ?? dynamicSlot);
  if (ts.isPropertyDeclaration(member)) {
    if (member.initializer) graph.flow(builder.valueOf(member.initializer), slot);
    builder.promise(builder.typeOf(member), slot);
    builder.log.write(member, slot);
  } else if (ts.isMethodDeclaration(member) && member.body) {
    graph.flow({ shape: functionShape(builder, member) }, slot);
  } else if (ts.isGetAccessorDeclaration(member)) {
    const result = graph.slot(functionShape(builder, member), resultSlot);
    graph.flowCell(result, slot);
    slot.root.accessors = [...(slot.root.accessors ?? []), member];
  } else if (ts.isSetAccessorDeclaration(member)) {
    graph.flowCell(slot, graph.slot(functionShape(builder, member), parameterSlot(0)));
    slot.root.accessors = [...(slot.root.accessors ?? []), member];
  }
  if (hasDecorators(member)) {
    graph.flow({ shape: graph.unknown }, slot);
    slot.root.fromOutside = true;
  }
}

function linkBase(
  builder: FlowBuilder,
  node: ts.ClassLikeDeclaration,
  { statics, instance }: ClassShapes,
): void {
  const base = baseOf(node);
  if (!base) return;
  const { graph } = builder;
  const symbol = builder.symbolAt(base);
  if (symbol && isNativeSymbol(symbol)) {
    linkNativeBase(builder, node, symbol, instance);
    return;
  }
  const baseShape = builder.shapeOf(base);
  if (!baseShape) return;
  graph.flow({ shape: instance }, graph.slot(baseShape, resultSlot));
  if (!constructorOf(node)) passParametersOn(builder, statics, baseShape, symbol);
}

export function baseOf(node: ts.ClassLikeDeclaration): ts.Expression | undefined {
  const clause = node.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
  return clause?.types[0]?.expression;
}

/** A class without a constructor hands all arguments to its base. */
function passParametersOn(
  builder: FlowBuilder,
  statics: Shape,
  base: Shape,
  symbol: ts.Symbol | undefined,
): void {
  const { graph } = builder;
  const declaration = symbol?.declarations?.find(ts.isClassLike);
  const count = (declaration && constructorOf(declaration)?.parameters.length) ?? 6;
  for (let index = 0; index < count; index++) {
    graph.uniteCells(
      graph.slot(statics, parameterSlot(index)),
      graph.slot(base, parameterSlot(index)),
    );
  }
}

/** A base out of sight may call the methods that the class overrides, and use the inherited fields. */
function linkNativeBase(
  builder: FlowBuilder,
  node: ts.ClassLikeDeclaration,
  base: ts.Symbol,
  instance: Shape,
): void {
  const { checker, graph } = builder;
  const type = baseInstanceType(checker, node);
  if (!type) return;
  graph.unite(instance, newNative(builder, type.getSymbol()?.name ?? base.name));
  for (const member of node.members) {
    const slot = member.name && slotOfMember(member.name);
    const inherited =
      slot?.startsWith(".") && !isStatic(member) ? type.getProperty(slot.slice(1)) : undefined;
    if (!inherited || slot === undefined) continue;
    const cell = graph.slot(instance, slot);
    const scope = newScope({ receiver: instance, callsAnytime: true });
    const memberType = checker.getTypeOfSymbol(inherited);
    if (memberType.getCallSignatures().length > 0) {
      takeType(builder, memberType, graph.valueOf(cell), scope);
    } else graph.flow(giveType(builder, memberType, scope), cell);
  }
}

function baseInstanceType(
  checker: ts.TypeChecker,
  node: ts.ClassLikeDeclaration,
): ts.Type | undefined {
  const type = checker.getTypeAtLocation(node);
  const instance = type.isClass() ? type : type.getConstructSignatures()[0]?.getReturnType();
  return instance?.isClassOrInterface() ? instance.getBaseTypes()?.[0] : undefined;
}
