import ts from "typescript";

/** One change of one place that a test should notice. */
export type Mutant = { line: number; from: string; to: string; text: string };

const opposite: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: "!==",
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: "===",
  [ts.SyntaxKind.AmpersandAmpersandToken]: "||",
  [ts.SyntaxKind.BarBarToken]: "&&",
  [ts.SyntaxKind.LessThanToken]: "<=",
  [ts.SyntaxKind.LessThanEqualsToken]: "<",
  [ts.SyntaxKind.GreaterThanToken]: ">=",
  [ts.SyntaxKind.GreaterThanEqualsToken]: ">",
  [ts.SyntaxKind.PlusToken]: "-",
  [ts.SyntaxKind.MinusToken]: "+",
};
/** Methods, and the functions that name a severity, for which another stands. */
const words: Record<string, string> = {
  every: "some",
  some: "every",
  startsWith: "endsWith",
  endsWith: "startsWith",
  min: "max",
  max: "min",
  toLowerCase: "toUpperCase",
  toUpperCase: "toLowerCase",
  error: "warning",
  warning: "error",
};
/** Methods without which a value stays what it was. */
const leftOut = new Set(["filter", "sort", "toSorted", "reverse", "toReversed", "slice", "trim"]);

/**
 * A source → every change of one place, by the mutators of Stryker (stryker-mutator.io/docs/mutation-testing-elements/
 * supported-mutators): a comparison or a connective turned round, a negation left out, a condition always or never met,
 * a block emptied, a truth turned, a method left out or turned; and of this project: an error for a warning, a first
 * for a second. Limits moved by one are none of them: a test that holds each would hold numbers, not what they are for.
 * Examples of rules are left as they are: they are tests themselves.
 */
export function mutantsOf(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const add = (node: ts.Node, to: string) => {
    const from = node.getText(tree);
    const start = node.getStart(tree);
    mutants.push({
      line: tree.getLineAndCharacterOfPosition(start).line + 1,
      from,
      to,
      text: source.slice(0, start) + to + source.slice(node.getEnd()),
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(tree) === "examples") return;
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTypeAliasDeclaration(node))
      return;
    if (ts.isBinaryExpression(node)) {
      const to = opposite[node.operatorToken.kind];
      // A plus between texts joins them: its opposite is no number.
      if (to !== undefined && !hasText(node)) add(node.operatorToken, to);
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add(node, node.operand.getText(tree));
    else if (ts.isNumericLiteral(node) && /^[01]$/.test(node.text))
      add(node, String(1 - Number(node.text)));
    else if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      add(condition, "true");
      add(condition, "false");
    } else if (ts.isBlock(node) && node.statements.length > 0 && isBody(node)) add(node, "{}");
    else if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      leftOut.has(node.expression.name.text)
    )
      add(node, node.expression.expression.getText(tree));
    else if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, "false");
    else if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, "true");
    else if (ts.isPropertyAccessExpression(node) && Object.hasOwn(words, node.name.text))
      add(node.name, words[node.name.text] ?? "");
    else if (ts.isStringLiteral(node) && (node.text === "error" || node.text === "warning"))
      add(node, JSON.stringify(words[node.text]));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return mutants;
}

/** Blocks that do something by themselves; a function emptied would mostly not compile. */
const isBody = ({ parent }: ts.Block): boolean =>
  ts.isIfStatement(parent) || ts.isForOfStatement(parent) || ts.isForStatement(parent);

const hasText = ({ operatorToken, left, right }: ts.BinaryExpression): boolean =>
  (operatorToken.kind === ts.SyntaxKind.PlusToken ||
    operatorToken.kind === ts.SyntaxKind.MinusToken) &&
  [left, right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
