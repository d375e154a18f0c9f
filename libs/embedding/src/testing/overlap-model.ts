import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageInitShape, create, toBinary } from '@bufbuild/protobuf';
import {
  AttributeProto_AttributeType as AttributeType,
  ModelProtoSchema,
  type NodeProtoSchema,
  TensorProto_DataType as Type,
  type ValueInfoProtoSchema,
} from 'onnx-buf';

type Node = MessageInitShape<typeof NodeProtoSchema>;
type ValueInfo = MessageInitShape<typeof ValueInfoProtoSchema>;

/** `[SEP]` ends both texts, and so is always shared. */
const ALWAYS_SHARED = 1;
/** Number of shared tokens at which the logit is 0. */
const NEUTRAL = 1;

/**
 * Writes a complete cross-encoder to a folder: an ONNX graph whose logit is the number of pairs of equal tokens in the
 * question and the text, less one, with the tokenizer of another model.
 */
export function writeOverlapModel(folder: string, tokenizerFrom: string): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const name of ['tokenizer.json', 'tokenizer_config.json']) cpSync(join(tokenizerFrom, name), join(folder, name));
  const config = { model_type: 'bert', architectures: ['BertForSequenceClassification'], pad_token_id: 0 };
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'onnx', 'model.onnx'), overlapModel());
}

function overlapModel(): Uint8Array {
  const model = create(ModelProtoSchema, {
    irVersion: 8n,
    opsetImport: [{ domain: '', version: 13n }],
    graph: {
      name: 'overlap',
      input: ['input_ids', 'attention_mask', 'token_type_ids'].map((name) => tensorOf(name, Type.INT64, ['b', 's'])),
      output: [tensorOf('logits', Type.FLOAT, ['b', 1])],
      initializer: [
        { name: 'last', dataType: Type.INT64, dims: [1n], int64Data: [2n] },
        { name: 'middle', dataType: Type.INT64, dims: [1n], int64Data: [1n] },
        { name: 'both', dataType: Type.INT64, dims: [2n], int64Data: [1n, 2n] },
        { name: 'one', dataType: Type.FLOAT, dims: [1n], floatData: [1] },
        { name: 'least', dataType: Type.FLOAT, dims: [1n], floatData: [ALWAYS_SHARED + NEUTRAL] },
      ],
      node: [
        node('Unsqueeze', ['input_ids', 'last'], 'rows'),
        node('Unsqueeze', ['input_ids', 'middle'], 'columns'),
        node('Equal', ['rows', 'columns'], 'equal'),
        node('Cast', ['equal'], 'pairs', { to: Type.FLOAT }),
        node('Cast', ['attention_mask'], 'mask', { to: Type.FLOAT }),
        node('Cast', ['token_type_ids'], 'isText', { to: Type.FLOAT }),
        node('Sub', ['one', 'isText'], 'isQuestion'),
        node('Mul', ['isQuestion', 'mask'], 'question'),
        node('Mul', ['isText', 'mask'], 'text'),
        node('Unsqueeze', ['question', 'last'], 'questionRows'),
        node('Unsqueeze', ['text', 'middle'], 'textColumns'),
        node('Mul', ['pairs', 'questionRows'], 'fromQuestion'),
        node('Mul', ['fromQuestion', 'textColumns'], 'shared'),
        node('ReduceSum', ['shared', 'both'], 'count', { keepdims: 0 }),
        node('Sub', ['count', 'least'], 'logit'),
        node('Unsqueeze', ['logit', 'middle'], 'logits'),
      ],
    },
  });
  return toBinary(ModelProtoSchema, model);
}

const node = (
  opType: string,
  input: string[],
  output: string,
  numbers: Readonly<Record<string, number>> = {},
): Node => ({
  opType,
  input,
  output: [output],
  attribute: Object.entries(numbers).map(([name, value]) => ({ name, type: AttributeType.INT, i: BigInt(value) })),
});

const tensorOf = (name: string, elemType: Type, dims: ReadonlyArray<string | number>): ValueInfo => ({
  name,
  type: {
    value: {
      case: 'tensorType',
      value: {
        elemType,
        shape: {
          dim: dims.map((dim) => ({
            value:
              typeof dim === 'number'
                ? { case: 'dimValue' as const, value: BigInt(dim) }
                : { case: 'dimParam' as const, value: dim },
          })),
        },
      },
    },
  },
});
