import { z } from "zod";
import { portalSchema } from "../data/portal.ts";
import { date, idPattern, text, webAddress } from "../text.ts";

/** data/portals.yaml: the portals that a catalogue of many hromadas is made of, as people list them. */
export const federationSchema = z.strictObject({
  portals: z
    .array(
      z.strictObject({
        id: z.string().regex(idPattern, { error: "id" }).meta({
          description: "Коротка назва латиницею: нею починаються назви тек із наборами порталу",
        }),
        site: webAddress.meta({ description: "Адреса порталу громади" }),
      }),
    )
    .min(1)
    // «a» with a set «b-c» and «a-b» with a set «c» would be one folder.
    .refine(
      (portals) =>
        portals.every(({ id }, at) =>
          portals.every((other, place) => place === at || !`${other.id}-`.startsWith(`${id}-`)),
        ),
      { error: "portals-apart" },
    )
    .meta({ description: "Портали громад, з яких складено каталог" }),
});

const { title, en, iriBase, places } = portalSchema.shape;

/** data/portals/<id>.yaml: what a portal of the list last said of itself; `npm run federate` writes it. */
export const memberSchema = z.strictObject({
  title,
  en,
  site: webAddress,
  iriBase,
  places,
  unreachable: z
    .strictObject({ since: date, problem: text })
    .optional()
    .meta({ description: "Відколи портал не відповідає і чому; його набори лишаються, як були" }),
});

export type Federation = z.infer<typeof federationSchema>;
export type MemberDescriptor = z.infer<typeof memberSchema>;
