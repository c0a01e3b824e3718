// Reads an AsyncAPI document with the parser of its makers, references into other files included, and says what is wrong with it.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

// Deviations, each with its reason.
const notAsked = new Set([
  'asyncapi-latest-version', // 3.0.0 is what the tools of integrators read
  'asyncapi-info-license', // the terms of the code are not the document's to tell
  'asyncapi-info-contact', // one city's suite: whoever may read the topics knows whom to ask
  'asyncapi-tags', // channels are the grouping
]);
const failing = 1; // 0 error, 1 warning, 2 information, 3 hint

let wrong = 0;
for (const file of process.argv.slice(2)) {
  const { document, diagnostics } = await new Parser().parse(readFileSync(file, 'utf8'), { source: file });
  const heard = diagnostics.filter(d => !notAsked.has(d.code));
  for (const { code, message, path, severity } of heard) {
    console.error(`${file}: ${severity <= failing ? 'wrong' : 'note'}: ${code} at ${path.join('.') || '/'}: ${message}`);
  }
  const operations = document?.operations().all().length ?? 0;
  wrong += heard.filter(d => d.severity <= failing).length + (operations === 0 ? 1 : 0);
  console.log(`${file}: ${operations} operations, ${document?.messages().all().length ?? 0} messages`);
}
process.exit(wrong === 0 ? 0 : 1);
