/** What ends forms of verbs and words made of them and says so clearly: «-ти», «-ється», «-ено», «-ання»; longest first. */
const clear = (
  "тимуть тиметь тимемо тимете тимеш тимем тиме тиму увати ювати ти " +
  "уймо уйте уй юймо юйте юй аймо айте ай яймо яйте яй ує ює ає яє іє аю яю ую юю ав яв ив їв ув їть їш їмо йте ючи учи ячи ачи вши ють уть ять ать ємо ємось єте єтесь єш єть еть имо ите иш ить емо ете еш " +
  "іть імо джу влю блю плю млю чу жу шу щу " +
  "ла ло ли но то ння нню нням ннями ннях нь " +
  "ний ного ному ним нім ної ній ну ною ні них ними на не " +
  "тий того тому тим тої тій ту тою ті тих тими та те"
).split(" ");
/** Endings that nouns have as well: only what is looked for is read so. */
const vague = "в ю у є е й йте ймо ім и ь ьте ьмо мо".split(" ");
const byLength = (a: string, b: string) => b.length - a.length;
const clearOnes = clear.toSorted(byLength);
const allOnes = [...clear, ...vague].toSorted(byLength);

/** Letters of a verb's root with its prefix, at least: shorter ones are met in words that have nothing to do with it. */
const leastRoot = 3;

const vowels = /[аеєиіїоуюя]+$/;

/** Verbs whose forms no ending joins: what a form ends like → the root. */
const irregular: readonly (readonly [RegExp, string])[] = [
  [/й(?:ти\S*|д(?:у|еш|е|емо|ете|уть|и|іть|імо|ено)|ш(?:ов|овши|л[аои]))$/, "йд"],
  [/(?<=\S{2})в(?:ел[аои]|ів|івши|ести\S*|ед(?:у|еш|е|емо|ете|уть|и|іть|ено|ення))$/, "вед"],
  [/(?<=ви|пере|при|під|від|роз|(?<!\S)в)н(?:іс|ісши|ес(?:\S{1,3}|ення|тим\S*))$/, "нес"],
  [/(?<=на|від|при|здо|за|пере)бу(?:в|вши|л[аои]|ти\S*|то|ду|деш|де|демо|дете|дуть|дьте?)$/, "буд"],
  [/(?<=\S)да(?:м|си|сть|мо|сте|дуть|ти\S*|в|вши|л[аои]|но|й|ймо|йте)$/, "да"],
  [/(?:взя(?:ти\S*|в|вши|л[аои]|то)|візьм(?:у|еш|е|емо|ете|уть|и|іть))$/, "взя"],
  [/їха(?:ти\S*|в|вши|л[аои])$|їд(?:у|еш|е|емо|ете|уть|ьте)$/, "їха"],
  [
    /прий(?:м(?:у|еш|е|емо|ете|уть|и|іть|аю|ає|ають|ати|ав|ал[аои]|ання)|няв|нял[аои]|няти|нято|няття|нявши)$/,
    "прий",
  ],
];

/** What verbs of one root have in common: «видаляти», «видалено», «видаливши» → «видал». */
function rootOf(stem: string): string {
  const bare = stem
    .replace(/(?<=да|ста|зна)ва?$/, "")
    .replace(/(?:ов|ув|юв)(?=а$)/, "")
    .replace(/[ую]$/, "");
  const cut = bare.replace(/(?<=[еаяє])н$/, "").replace(vowels, "");
  const root =
    cut.length >= leastRoot ? cut : bare.replace(/ва$/, "").replace(/(?<=[ая])[ву]$/, "");
  return root
    .replace(/([бвпмф])л$/, "$1")
    .replace(/дж$/, "д")
    .replace(/щ$/, "ст")
    .replace(/([^аеєиіїоуюя])\1$/, "$1")
    .replace(/(?<=\S{3}[^аеєиіїоуюяь])н$/, "");
}

/** What the last consonant of a root may be in other forms of the verb: «плачу» is of «платити» and of «плакати». */
const softened: Readonly<Record<string, readonly string[]>> = {
  ж: ["г", "з"],
  ч: ["к", "т"],
  ш: ["х", "с"],
};

/**
 * The root of a verb in a word with its letters that change brought to one: «вожу», «возити» and «везти» are one. A
 * consonant is a softened one before a vowel only: «пишу» is of «писати», «пошта» of nothing.
 */
function foldRoot(root: string, word: string): string[] {
  const letters = [...root.replaceAll("ь", "").replace(/й$/, "")];
  const vowel = letters.findLastIndex((letter) => "аеєиіїоуюя".includes(letter));
  // Of three letters each says much: «зелений» is no «золотий».
  if (letters.length > leastRoot && "еє".includes(letters[vowel] ?? "-")) letters[vowel] = "о";
  const last = letters.pop() ?? "";
  const isSoftened = "аеєиіїоуюя".includes(word[word.lastIndexOf(last) + 1] ?? "-");
  return ((isSoftened ? softened[last] : undefined) ?? [last]).map((one) => letters.join("") + one);
}

/** Ends the key of a verb, so that it is none of a noun's: «водити» is not «вода». No word has it today. */
const mark = "ѣ";

/**
 * Roots of the verb a word may be a form of, as keys; none where it is none. `asked`: with endings that nouns have as
 * well, for words that are looked for.
 */
export function verbKeys(word: string, asked = false): string[] {
  const bare = word.replace(/(?:ся|сь)$/, "");
  const reflexive = bare !== word;
  const endings = asked || reflexive ? allOnes : clearOnes;
  const roots = new Set<string>();
  for (const [form, root] of irregular) if (form.test(bare)) roots.add(bare.replace(form, root));
  for (const ending of endings) {
    if (!bare.endsWith(ending)) continue;
    // «травлю» is of «травити», «ходжу» of «ходити»: what the ending brings with it is no part of the root.
    const kept = /^(?:джу|[чжшщ]у|[вбпм]лю)$/.test(ending)
      ? ending.length - 1
      : /^(?:[уюаяі][єю]|[уюая]й(?:мо|те)?|[аяиїу]в)$/.test(ending)
        ? 1
        : 0;
    const root = rootOf(bare.slice(0, bare.length - ending.length + kept));
    if (root.length >= leastRoot) roots.add(root);
    if (roots.size >= 2) break;
  }
  return [...new Set([...roots].flatMap((root) => foldRoot(root, bare)))].map(
    (root) => root + mark,
  );
}
