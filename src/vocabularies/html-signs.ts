/** Names of Latin-1's signs in HTML, in the order of their numbers, from U+00A0 on. */
const latin1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn " +
  "sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave " +
  "Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml " +
  "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN " +
  "szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute " +
  "icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml " +
  "yacute thorn yuml";

/** Other names that stand in people's texts: of punctuation, arrows, mathematics and Greek letters. */
const others =
  "amp=& lt=< gt=> quot=\" apos=' OElig=Œ oelig=œ Scaron=Š scaron=š Yuml=Ÿ fnof=ƒ circ=ˆ tilde=˜ " +
  "ensp=\u2002 emsp=\u2003 thinsp=\u2009 zwnj=\u200c zwj=\u200d lrm=\u200e rlm=\u200f ndash=– " +
  "mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡ bull=• hellip=… " +
  "permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› oline=‾ frasl=⁄ euro=€ numero=№ trade=™ larr=← uarr=↑ " +
  "rarr=→ darr=↓ harr=↔ part=∂ sum=∑ minus=− radic=√ infin=∞ asymp=≈ ne=≠ equiv=≡ le=≤ ge=≥ Alpha=Α " +
  "Beta=Β Gamma=Γ Delta=Δ Epsilon=Ε Zeta=Ζ Eta=Η Theta=Θ Iota=Ι Kappa=Κ Lambda=Λ Mu=Μ Nu=Ν Xi=Ξ " +
  "Omicron=Ο Pi=Π Rho=Ρ Sigma=Σ Tau=Τ Upsilon=Υ Phi=Φ Chi=Χ Psi=Ψ Omega=Ω alpha=α beta=β gamma=γ " +
  "delta=δ epsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ mu=μ nu=ν xi=ξ omicron=ο pi=π " +
  "rho=ρ sigmaf=ς sigma=σ tau=τ upsilon=υ phi=φ chi=χ psi=ψ omega=ω loz=◊";

/**
 * Signs by their names in HTML 4 (https://www.w3.org/TR/html401/sgml/entities.html), with the two later ones that
 * Ukrainian texts have, «&apos;» and «&numero;»: «laquo» → «.
 */
export const htmlSigns: ReadonlyMap<string, string> = new Map([
  ...latin1.split(" ").map((name, at): [string, string] => [name, String.fromCodePoint(160 + at)]),
  ...others.split(" ").map((written): [string, string] => {
    const [name = "", sign = ""] = written.split(/=(.*)/s);
    return [name, sign];
  }),
]);
