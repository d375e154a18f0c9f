// Reads a JSON array of Kubernetes objects from standard input and prints what the API would reject, one line per
// problem.
import { text } from 'node:stream/consumers';

async function problemsOf(object) {
  const { apiVersion, kind, metadata } = object;
  const isOperator = apiVersion?.startsWith('monitoring.coreos.com/');
  const room = isOperator ? '@kubernetes-models/prometheus-operator' : 'kubernetes-models';
  try {
    const { [kind]: Model } = await import(`${room}/${apiVersion}`);
    new Model(object).validate();
    return [];
  } catch (error) {
    return [`${kind} ${metadata?.name}: ${error.message}`];
  }
}

const problems = await Promise.all(JSON.parse(await text(process.stdin)).map(problemsOf));
for (const problem of problems.flat()) console.log(problem);
