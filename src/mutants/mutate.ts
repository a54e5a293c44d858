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
const words: Record<string, string> = {
  every: "some",
  some: "every",
  error: "warning",
  warning: "error",
};

/**
 * A source → every change of one place: a comparison or a connective turned round, a negation left out, a limit moved by
 * one, `every` for `some`, an error for a warning. Examples of rules are left as they are: they are tests themselves.
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
    else if (ts.isNumericLiteral(node) && /^\d{1,6}$/.test(node.text))
      add(node, String(Number(node.text) + 1));
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

const hasText = ({ operatorToken, left, right }: ts.BinaryExpression): boolean =>
  (operatorToken.kind === ts.SyntaxKind.PlusToken ||
    operatorToken.kind === ts.SyntaxKind.MinusToken) &&
  [left, right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));
