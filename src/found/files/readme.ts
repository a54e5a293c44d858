import type { Answers } from "../answers/answers.ts";

/** README of a portal: what lies here, how it is started, checked, published and kept. */
export const renderReadme = ({ name, council, site }: Answers): string => `# ${name}

Портал веде ${council}. Адреса: ${site}

Тут лежить лише те, що пишуть люди: набори даних і новини (\`data/\`, \`content/\`). Код порталу — окремий пакет, рушій; яка його версія
працює, сказано в \`package.json\`.

## Запустити

Потрібні Node.js 20 або новіший і git. Решту команда встановить сама.

\`\`\`
npm start                      # перевірити дані, зібрати сайт і відкрити його на http://localhost:4321
npm run validate               # лише перевірити
\`\`\`

Після першого \`npm start\` з’явиться \`package-lock.json\`: у ньому точні версії всього, з чого складено портал. Збережіть його комітом:
\`git add package-lock.json && git commit -m "Точні версії"\`.

## Додати набір

1. \`npm run new-dataset -- bus-stops\` створить теку \`data/datasets/bus-stops\` із заготовкою паспорта й таблиці.
2. Замініть таблицю своєю; з XLSX чи будь-якого CSV її зробить \`npm run table -- звіт.xlsx --out clean.csv\`.
3. Заповніть \`datapackage.yaml\` і виконайте \`npm run validate -- bus-stops\`.

Без git те саме робить сторінка порталу «Оприлюднити дані» (\`/publish/\`).

## Опублікувати вперше (GitHub Pages)

1. Створіть на GitHub порожній репозиторій і надішліть туди цю теку: \`git remote add origin АДРЕСА\`, \`git push -u origin main\`.
2. Впишіть адресу репозиторію в \`repository\`, а відповідальних — у \`maintainers\` файлу \`data/portal.yaml\`; виконайте \`npm run github-files\`.
   Збережіть зміни комітом і надішліть: \`git add -A && git commit -m "Хто відповідає за портал"\`, \`git push\`.
3. Settings → Pages → Source: GitHub Actions; для свого домену — Custom domain.
4. Actions → publish → Run workflow. Першу публікацію портал упізнає сам і скаже про це; якщо не зможе (закритий репозиторій, сайт на іншому хостингу) — поставте позначку
   «Каталог публікують уперше».
5. Settings → Rules: зробіть перевірку \`check / gate\` обов’язковою. Доки цього не зроблено, зміну з помилками можна прийняти.
6. \`npm run doctor\` — чого порталу ще бракує: DNS, сертифікат, заголовки, обов’язкова перевірка, розклад. З ключем GitHub видно більше:
   \`GITHUB_TOKEN=… npm run doctor\`. Повторюйте після кожної зміни хостингу.

На своєму сервері чи в іншого хостингу — за посібником рушія, який після першого \`npm start\` лежить тут: \`node_modules/open-data-portal/.github/hosting.md\`. Коротко:

\`\`\`
npm run build                                      # сайт у теці dist/
npm run harvest-gate -- --first                    # чи приймуть каталог харвестери; після першої публікації — --live
npm run -s doctor -- --recipe nginx > portal.conf  # налаштування сервера саме для цього порталу
\`\`\`

## Оновити рушій

Змініть одне число — версію \`open-data-portal\` у \`package.json\` — і виконайте \`npm start\`. На GitHub це пропонує Dependabot, щотижня.
Що в новій версії треба зробити, каже \`CHANGELOG.md\` рушія. Якщо перевірка скаже, що портал описано за іншою версією схеми, виконайте
\`npm run migrate\`: команда перепише описи, а з \`--dry-run\` лише покаже, що зміниться.

## Без git

Тека, завантажена як ZIP, збирається з \`npm run build -- --without-history\`: сайт тоді чесно каже, що дат змін не знає.
Усі дати порталу — з історії git, тож для публікації потрібен повний клон (\`git fetch --unshallow\`).

## Ліцензія

Дані — CC BY 4.0, якщо в паспорті набору не зазначено інше.
`;
