import ExpungeDocuments
import ExpungeText

/// What stands in a story beside its text.
extension StoryReader {
  // MARK: Fields

  mutating func addInstruction(_ node: Int) {
    guard let index = fields.indices.last else {
      // Without a field around it: read all the same.
      if collectsLayers { context.parts.add(.field, [tree.text(below: node)]) }
      return
    }
    // Word joins the pieces of an instruction as they are.
    fields[index].instruction.add(tree.text(below: node))
  }

  mutating func fieldCharacter(_ node: Int) {
    if collectsLayers, let form = tree.firstChild(of: node, .formField) { addForm(form) }
    switch tree.string(node, .fieldCharacterType) {
    case "begin": fields.append(OpenField())
    case "separate":
      guard let index = fields.indices.last, fields[index].isInstruction else { return }
      fields[index].isInstruction = false
      addField(fields[index].instruction)
    case "end":
      guard let field = fields.popLast(), field.isInstruction else { return }
      addField(field.instruction)
    default: break
    }
  }

  func addField(_ instruction: ShownText) {
    guard collectsLayers else { return }
    var instruction = instruction
    instruction.finish()
    add(field: MappedText(instruction.text, instruction.runs))
  }

  func addSimpleField(_ node: Int) {
    if let instruction = tree.value(node, .fieldInstruction) { add(field: instruction) }
  }

  private func add(field: MappedText) {
    if FieldInstruction.saysNothing(field.bytes) {
      context.parts.leaveOut(field.runs)
    } else {
      let (text, runs) = PercentDecoding.decode(field.bytes, field.runs)
      context.parts.add(.field, [MappedText(text, runs)])
    }
  }

  /// Names, help and choices of a form's field.
  private func addForm(_ node: Int) {
    let values = (node + 1..<tree.end(node)).compactMap { tree.value($0, .value) }
    context.parts.add(
      .field, values.filter { value in value.bytes.contains(where: Ascii.isLetter) })
  }

  // MARK: Names and controls

  func addBookmark(_ node: Int) {
    guard let name = tree.value(node, .name) else { return }
    if MachineName.isBookmark(name.bytes) {
      context.parts.leaveOut(name.runs)
    } else {
      context.parts.add(.bookmark, [name])
    }
  }

  func addContentControl(_ node: Int) {
    guard let properties = tree.firstChild(of: node, .contentControlProperties) else { return }
    var values: [MappedText] = []
    for index in properties + 1..<max(tree.end(properties), properties + 1) {
      switch tree.name(index) {
      case .alias, .tag: values += [tree.value(index, .value)].compactMap(\.self)
      case .listItem:
        values += [tree.value(index, .displayText), tree.value(index, .value)].compactMap(\.self)
      default: break
      }
    }
    context.parts.add(.contentControl, values)
  }

  func addTooltip(_ node: Int, _ name: XMLName) {
    if let tooltip = tree.value(node, name) { context.parts.add(.link, [tooltip]) }
  }

  // MARK: Drawings

  /// What a picture, shape or object says: in its properties, in its boxes, in its drawn letters.
  mutating func drawing(_ node: Int, _ place: Place) {
    var words: [MappedText] = []
    var drawn: [MappedText] = []
    gather(node, place, &words, &drawn)
    context.parts.add(.alternativeText, words)
    if gathersBoxes {
      for text in drawn {
        shown.separate(.line)
        shown.add(text)
      }
    } else {
      context.parts.add(.textBox, drawn)
    }
  }

  private mutating func gather(
    _ node: Int, _ place: Place, _ words: inout [MappedText], _ drawn: inout [MappedText]
  ) {
    var index = node
    while index < tree.end(node) {
      let name = tree.name(index)
      switch name {
      case .boxContent:
        box(index, place)
        index = tree.end(index)
        continue
      case .alternatives where index != node:
        var isFirst = true
        for child in tree.children(of: index) where tree.name(child) != .text {
          if isFirst {
            gather(child, place, &words, &drawn)
          } else {
            context.parts.add(
              .hiddenText, StoryReader.read(tree, child, context, gathersBoxes: true))
          }
          isFirst = false
        }
        index = tree.end(index)
        continue
      case .drawingParagraph:
        var text = MappedText()
        for letters in tree.descendants(of: index, .drawingText) {
          text.append(tree.text(below: letters))
        }
        drawn.append(text)
        index = tree.end(index)
        continue
      case .vectorText: drawn += [tree.value(index, .string)].compactMap(\.self)
      case .linkClick: addTooltip(index, .tooltipAttribute)
      case .text: break
      default: words += descriptions(index)
      }
      index += 1
    }
  }

  /// An element's title and description, and its name where it is none of Word's own.
  private func descriptions(_ node: Int) -> [MappedText] {
    tree.attributeIndices(of: node).compactMap { index in
      switch tree.attributes[index].name {
      case .description, .titleAttribute, .alternativeText, .officeTitle:
        return tree.value(ofAttribute: index)
      case .nameAttribute:
        let value = tree.value(ofAttribute: index)
        guard MachineName.isDrawing(value.bytes) else { return value }
        context.parts.leaveOut(value.runs)
        return nil
      default: return nil
      }
    }
  }
}
