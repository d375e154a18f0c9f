import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import {
  ModelProtoSchema,
  NodeProtoSchema,
  TensorProto_DataLocation as Location,
  TensorProto_DataType as Type,
  TensorProtoSchema,
} from 'onnx-buf';
import { eightBitWeights } from './eight-bit-weights.js';

const CONTRIBUTED = 'com.microsoft';
const EIGHT_BIT_PRODUCT = 'DynamicQuantizeMatMul';
const NO_ZERO_POINT = '';

/**
 * Converts the 4-bit matrix products of an ONNX model to 8-bit products, which take a third of the time on CPUs. The
 * result contains all data.
 * @param {Uint8Array} bytes the model
 * @param {Uint8Array} external the file with the model's external data
 */
export function eightBitModel(bytes, external) {
  const model = fromBinary(ModelProtoSchema, bytes);
  const { graph } = model;
  const tensors = new Map(graph.initializer.map((tensor) => [tensor.name, withData(tensor, external)]));
  graph.node = withBiases(
    graph.node.map((node) => (node.opType === 'MatMulNBits' ? eightBitProduct(node, tensors) : node)),
    tensors,
  );
  graph.initializer = [...tensors.values()];
  return toBinary(ModelProtoSchema, model);
}

function withData(tensor, external) {
  if (tensor.dataLocation !== Location.EXTERNAL) return tensor;
  const { offset, length } = Object.fromEntries(tensor.externalData.map(({ key, value }) => [key, Number(value)]));
  tensor.rawData = external.subarray(offset, offset + length);
  tensor.dataLocation = Location.DEFAULT;
  tensor.externalData = [];
  return tensor;
}

function eightBitProduct({ name, input, output, attribute }, tensors) {
  const {
    K: rows,
    N: columns,
    block_size: block,
    bits,
  } = Object.fromEntries(attribute.map((a) => [a.name, Number(a.i)]));
  const [activations, packed, scales, ...others] = input;
  if (bits !== 4 || others.length > 0) throw new Error(`${name}: only symmetric 4-bit weights are understood`);
  const weights = eightBitWeights(tensors.get(packed).rawData, floats(tensors.get(scales)), { rows, columns, block });
  tensors.delete(packed);
  tensors.delete(scales);
  const add = (suffix, dataType, dims, data) => {
    const tensor = create(TensorProtoSchema, {
      name: `${name}.${suffix}`,
      dataType,
      dims: dims.map(BigInt),
      rawData: new Uint8Array(data.buffer),
    });
    tensors.set(tensor.name, tensor);
    return tensor.name;
  };
  return create(NodeProtoSchema, {
    name,
    domain: CONTRIBUTED,
    opType: EIGHT_BIT_PRODUCT,
    input: [
      activations,
      add('weight', Type.INT8, [rows, columns], weights.values),
      add('scale', Type.FLOAT, [columns], weights.scales),
    ],
    output,
  });
}

/**
 * Merges an `Add` of a constant into the matrix product before it, if the `Add` is the only consumer of the product.
 */
function withBiases(nodes, tensors) {
  const added = new Set();
  for (const product of nodes.filter(({ opType }) => opType === EIGHT_BIT_PRODUCT)) {
    const [next, ...others] = nodes.filter(({ input }) => input.includes(product.output[0]));
    const bias = next?.opType === 'Add' && others.length === 0 && next.input.find((name) => tensors.has(name));
    if (!bias) continue;
    product.input.push(NO_ZERO_POINT, bias);
    product.output = next.output;
    added.add(next);
  }
  return nodes.filter((node) => !added.has(node));
}

/** Copies the data, because their offset in the file may not be aligned for floats. */
const floats = ({ rawData }) => new Float32Array(new Uint8Array(rawData).buffer);
