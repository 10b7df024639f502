// The whole way of a fine-tuning job by npm's openai, which knows nothing of the platform but its address and a key.
import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {before, describe, test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import OpenAI, {toFile} from 'openai';

const url = process.env.KERNELIGN_URL;
const admin = process.env.KERNELIGN_ADMIN_KEY;
const short = {training: {steps: 20, batchTokens: 256, checkpointSteps: 5}};
const secret = 'whsec_' + Buffer.alloc(32, 7).toString('base64');

const clientOf = (apiKey) => new OpenAI({baseURL: url + '/v1', apiKey, maxRetries: 0});
const dpo = (beta = 0.1) => ({type: 'dpo', dpo: {hyperparameters: {beta}}});

/** Asks our own API. */
async function own(path, body) {
  const answer = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    body: body && JSON.stringify(body),
    headers: {authorization: 'Bearer ' + admin, 'content-type': 'application/json'},
  });
  assert.ok(answer.ok, `${path} answers ${answer.status}`);
  return answer.json();
}

function rows(count) {
  const row = (i) => ({prompt: `is it kind to wait ${i} hours?`, chosen: `yes, for ${i}`, rejected: 'no'});
  return Array.from({length: count}, (_, i) => JSON.stringify(row(i)) + '\n').join('');
}

async function until(condition, seconds = 240) {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await wait(200)) {
    const found = await condition();
    if (found) return found;
  }
  assert.fail('waited in vain');
}

async function all(pages) {
  const items = [];
  for await (const item of pages) items.push(item);
  return items;
}

describe('the npm client', () => {
  const client = clientOf(admin);
  const jobs = client.fineTuning.jobs;
  let file;
  let trained;

  const create = (more = {}) =>
    jobs.create({
      model: 'tiny',
      training_file: file.id,
      method: dpo(),
      metadata: {kernelign: JSON.stringify(short)},
      ...more,
    });

  before(async () => {
    file = await client.files.create({file: await toFile(Buffer.from(rows(50)), 'patient.jsonl'), purpose: 'fine-tune'});
    trained = await create({suffix: 'patient', seed: 7});
    await until(async () => ['succeeded', 'failed'].includes((await jobs.retrieve(trained.id)).status));
  });

  test('a file is retrieved, listed and read', async () => {
    assert.deepEqual(await client.files.retrieve(file.id), file);
    assert.equal(file.filename, 'patient.jsonl');
    assert.ok((await all(client.files.list())).some((listed) => listed.id === file.id));
    const content = await (await client.files.content(file.id)).text();
    assert.equal(content.trim().split('\n').length, 50);
  });

  test('a file is deleted', async () => {
    const other = await client.files.create({file: await toFile(Buffer.from(rows(2)), 'other.jsonl'), purpose: 'fine-tune'});
    assert.equal((await client.files.delete(other.id)).deleted, true);
    await assert.rejects(client.files.retrieve(other.id), OpenAI.NotFoundError);
  });

  test('a job succeeds and says what it made', async () => {
    const job = await jobs.retrieve(trained.id);
    assert.equal(job.status, 'succeeded');
    assert.equal(job.fine_tuned_model, job.id);
    assert.equal(job.seed, 7);
    assert.equal(job.method.dpo.hyperparameters.beta, 0.1);
    assert.ok(job.result_files.includes(job.id + ':adapter_model.safetensors'));
  });

  test('what a job made is downloaded', async () => {
    const content = await client.files.content(trained.id + ':adapter_config.json');
    assert.equal((await content.json()).peft_type, 'LORA');
  });

  test('jobs are listed page after page', async () => {
    const later = await create();
    await jobs.cancel(later.id);
    const listed = (await all(jobs.list({limit: 1}))).map((job) => job.id);
    assert.ok(listed.includes(later.id));
    assert.ok(listed.indexOf(later.id) < listed.indexOf(trained.id));
  });

  test('events come newest first and none is missing', async () => {
    const events = await all(jobs.listEvents(trained.id, {limit: 3}));
    const log = (await own(`/api/v1/jobs/${trained.id}/events?limit=1000`)).items;
    assert.deepEqual(events.map((event) => event.message), log.map((event) => event.message).reverse());
  });

  test('checkpoints are those that were written', async () => {
    const checkpoints = await all(jobs.checkpoints.list(trained.id, {limit: 2}));
    assert.deepEqual(checkpoints.map((checkpoint) => checkpoint.step_number), [15, 10, 5]);
  });

  test('a job is paused, resumed and cancelled', async () => {
    const job = await create();
    assert.equal((await jobs.pause(job.id)).status, 'queued');
    assert.equal((await own(`/api/v1/jobs/${job.id}`)).paused, true);
    await jobs.resume(job.id);
    assert.equal((await own(`/api/v1/jobs/${job.id}`)).paused, false);
    await jobs.cancel(job.id);
    await until(async () => ['cancelled', 'succeeded'].includes((await jobs.retrieve(job.id)).status));
  });

  test('models are the base models', async () => {
    assert.ok((await all(client.models.list())).some((model) => model.id === 'tiny'));
    assert.equal((await client.models.retrieve('tiny')).id, 'tiny');
  });

  test('errors are the client\'s own', async () => {
    await assert.rejects(jobs.retrieve('job_none'), (e) => e instanceof OpenAI.NotFoundError && /job_none/.test(e.message));
    await assert.rejects(
      jobs.create({model: 'no-such-model', training_file: file.id, method: dpo()}),
      (e) => e instanceof OpenAI.BadRequestError && e.param === 'model');
    await assert.rejects(
      client.files.create({file: await toFile(Buffer.from(rows(2) + '{"prompt": "a"}\n'), 'bad.jsonl'), purpose: 'fine-tune'}),
      (e) => e instanceof OpenAI.UnprocessableEntityError && /line 3/.test(e.message));
    await assert.rejects(jobs.pause(trained.id), OpenAI.ConflictError);
    await assert.rejects(clientOf('kn_' + '0'.repeat(43)).fineTuning.jobs.list(), OpenAI.AuthenticationError);
    const reader = (await own('/api/v1/keys', {name: 'reader', role: 'reader'})).secret;
    await assert.rejects(clientOf(reader).fineTuning.jobs.cancel(trained.id), OpenAI.PermissionDeniedError);
  });

  test('a request that the client sends again makes no second job', async () => {
    const request = {model: 'tiny', training_file: file.id, method: dpo(0.3)};
    const first = await jobs.create(request);
    const again = await jobs.create(request, {headers: {'X-Stainless-Retry-Count': '1'}});
    assert.equal(again.id, first.id);
    await jobs.cancel(first.id);
  });

  test('webhooks are signed as the client checks them', async () => {
    const messages = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const piece of request) body += piece;
      messages.push({body, headers: request.headers});
      response.writeHead(204).end();
    }).listen(0, 'localhost');
    try {
      await until(() => server.listening);
      const job = await own('/api/v1/jobs', {
        model: 'tiny', dataset: file.id, objective: {},
        webhook: {url: `http://localhost:${server.address().port}/`, secret, events: ['job.cancelled']},
      });
      await jobs.cancel(job.id);
      const {body, headers} = await until(() => messages[0]);
      await client.webhooks.verifySignature(body, headers, secret);
      assert.equal(JSON.parse(body).data.id, job.id);
      await assert.rejects(client.webhooks.verifySignature(body + ' ', headers, secret), OpenAI.InvalidWebhookSignatureError);
    } finally {
      server.close();
    }
  });
});
