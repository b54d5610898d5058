import { isMap, isNode, isScalar, isSeq } from 'yaml'
import { wholeFile } from './content-error'

export type Path = PropertyKey[]

export type Place = { line: number; column: number }

/** Where fields stand: values by their path joined with dots, keys by the same with `#` behind. */
export type Places = Record<string, Place>

/** The places of everything in a YAML tree; `place` turns an offset into one. */
export function toPlaces(root: unknown, place: (offset: number) => Place): Places {
  const places: Places = {}
  const add = (name: string, node: unknown) => {
    if (isNode(node) && node.range) places[name] = place(node.range[0])
  }
  const walk = (node: unknown, path: Path): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const inner = [...path, String(isScalar(key) ? key.value : key)]
        add(`${inner.join('.')}#`, key)
        if (!isScalar(value) || value.value !== null) add(inner.join('.'), value)
        walk(value, inner)
      }
    }
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        add([...path, index].join('.'), item)
        walk(item, [...path, index])
      }
    }
  }
  walk(root, [])
  return places
}

/** Where a field's value stands, its key when it is empty, the field around it when it is missing, else the whole file. */
export function placeOf(places: Places, path: Path): Place {
  const name = path.join('.')
  const here = places[name] ?? places[`${name}#`]
  if (here) return here
  for (let length = path.length - 1; length > 0; length--) {
    const around = path.slice(0, length).join('.')
    const found = places[`${around}#`] ?? places[around]
    if (found) return found
  }
  return wholeFile
}

/** Where a field's name stands. */
export const placeOfKey = (places: Places, path: Path): Place => places[`${path.join('.')}#`] ?? wholeFile
