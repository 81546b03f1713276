// A page built the way Open SDG builds its own: jQuery, Bootstrap, Chart.js and DataTables as scripts of the page, the
// whole catalogue as a table, and one chart with its data.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PARTS = [
  'bootstrap/dist/css/bootstrap.min.css',
  'datatables.net-bs5/css/dataTables.bootstrap5.min.css',
  'jquery/dist/jquery.min.js',
  'bootstrap/dist/js/bootstrap.bundle.min.js',
  'chart.js/dist/chart.umd.js',
  'datatables.net/js/dataTables.min.js',
  'datatables.net-bs5/js/dataTables.bootstrap5.min.js',
];

const SCRIPT = `
(async () => {
  const data = await (await fetch('data.json')).json();
  new DataTable('#goals', { data: data.goals, columns: [{ title: '目标' }, { title: '内容' }], pageLength: 25 });
  new Chart('chart', {
    type: 'line',
    data: { labels: data.years, datasets: [{ label: data.title, data: data.values, spanGaps: true }] },
    options: { animation: false },
  });
  document.body.dataset.chart = 'drawn';
})();
`;

/** Writes the page into a folder, about a catalogue and a series of `{ title, years, values }`. */
export async function standIn(folder, catalogue, series) {
  const modules = fileURLToPath(new URL('node_modules/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const names = [];
  for (const part of PARTS) {
    const name = part.split('/').at(-1);
    await cp(join(modules, part), join(folder, name));
    names.push(name);
  }
  const styles = names.filter((name) => name.endsWith('.css')).map((name) => `<link rel="stylesheet" href="${name}">`);
  const scripts = [...names.filter((name) => name.endsWith('.js')), 'page.js'].map((name) => `<script src="${name}"></script>`);
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${catalogue.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${catalogue.title}">${styles.join('')}</head>
<body><main class="container"><h1>${catalogue.title}</h1><div><canvas id="chart"></canvas></div>
<table id="goals" class="table"></table></main>${scripts.join('')}</body></html>`,
  );
  await writeFile(join(folder, 'page.js'), SCRIPT);
  await writeFile(join(folder, 'data.json'), JSON.stringify({ goals: goals(catalogue), ...series }));
}

function goals(catalogue) {
  const fields = catalogue.plans.flatMap((plan) => plan.fields);
  return fields.flatMap((field) => field.goals).map(({ id, text }) => [id, text]);
}
