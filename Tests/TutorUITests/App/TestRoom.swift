import Foundation
import Language
import Lessons
import Math

@testable import TutorUI

/// A course of one lesson held in memory, computed by hand: what the world answers in a play.
struct TestRoom {
  var z: [Double] = [2, 1, 0.1]
  var seed: UInt64 = 1
  var judged: [Answer] = []

  static let zID = InputID(program: 0, name: "z")

  func list(in language: CourseLanguage) -> CourseList {
    let isEnglish = language == .english
    return CourseList(
      title: isEnglish ? "From scores to gradients" : "从得分到梯度",
      parts: [
        CourseList.Part(
          title: isEnglish ? "Losses" : "损失函数",
          lessons: [
            CourseList.Entry(
              id: "scores", title: isEnglish ? "Scores" : "得分",
              summary: isEnglish ? "What the last layer says." : "最后一层说了什么。", minutes: 8,
              steps: 5, seen: 5),
            CourseList.Entry(
              id: "test", title: isEnglish ? "Log-softmax" : "对数 softmax",
              summary: isEnglish ? "Why the logarithm comes first." : "为什么先取对数。", minutes: 10,
              needs: [isEnglish ? "Scores" : "得分"], steps: 5, seen: 2, isLast: true),
            CourseList.Entry(
              id: "broken", title: isEnglish ? "Broken" : "坏的一课", minutes: 3, steps: 0,
              problem: "content/en/broken.md:3: the front matter has no end"),
          ])
      ])
  }

  mutating func perform(_ effect: AppEffect, _ language: CourseLanguage) -> [AppMessage] {
    switch effect {
    case .wake(milliseconds: 0): return [.rested]
    case .quit, .suspend, .repaint, .record, .flush, .keepLanguage, .tell, .lookAtFile, .wake:
      return []
    case .indexCourse(let language):
      return [.courseIndexed(SearchIndex([("test", lesson(in: language))], in: language))]
    case .drill(.open): return [.drill(.opened(DrillOverview()))]
    case .drill: return []
    case .openRepl: return [.replOpened([Repl.Variable(name: "z", detail: "float64 [3]")])]
    case .repl(.run(let text)):
      return [.repl(.evaluated(Outcome(text: text.uppercased()), variables: []))]
    case .repl: return []
    case .listCourse(let language): return [.courseListed(list(in: language))]
    case .openLesson(let id, let language, let index):
      guard id == "test" else { return [.lessonFailed("no such lesson: \(id)")] }
      return [
        .lessonOpened(
          LessonOpening(
            id: "test", lesson: lesson(in: language),
            part: part(language),
            step: step(index ?? 0, language)))
      ]
    case .translate(_, let language, let index):
      return [.lessonTranslated(lesson(in: language), part: part(language), step(index, language))]
    case .computeStep(let index): return [.stepComputed(step(index, language))]
    case .assign(_, let tensor, let index):
      if case .float64(let values) = tensor.storage { z = values }
      return [.stepComputed(step(index, language))]
    case .reset(_, let index):
      z = [2, 1, 0.1]
      return [.stepComputed(step(index, language))]
    case .judge(let quiz, let answer, _):
      judged.append(answer)
      return [.judged(quiz: quiz, verdict(on: answer))]
    case .rejudge(let quiz, let answer, _): return [.rejudged(quiz: quiz, verdict(on: answer))]
    case .replay(let id, let from, let index):
      seed = from
      return step(index, language).quizzes.filter { $0.id == id }.map { .quizDrawn($0) }
    case .draw(let id, let index):
      seed += 1
      return step(index, language).quizzes.filter { $0.id == id }.map { .quizDrawn($0) }
    }
  }
}

extension TestRoom {
  private func part(_ language: CourseLanguage) -> String {
    language == .english ? "Losses" : "损失函数"
  }

  func lesson(in language: CourseLanguage) -> Lesson {
    let titles =
      language == .english
      ? ["Three scores", "Step by step", "Which one?", "How much?", "Fill in"]
      : ["三个得分", "一步一步", "哪一个？", "是多少？", "填表"]
    return Lesson(
      id: "test", title: language == .english ? "Log-softmax" : "对数 softmax", summary: "",
      minutes: 10, needs: [], topics: [], language: language,
      steps: titles.map { Lesson.Step(title: $0, blocks: [.paragraph([.text($0 + " haystack")])]) },
      file: "test.md")
  }

  func step(_ index: Int, _ language: CourseLanguage) -> ComputedStep {
    let title = lesson(in: language).steps[index].title
    let isEnglish = language == .english
    let blocks: [ComputedBlock]
    switch index {
    case 0:
      blocks = [
        .paragraph([
          .text(isEnglish ? "The last layer gave these " : "最后一层给出这些"),
          .strong([.text(isEnglish ? "logits" : "对数几率")]), .text(isEnglish ? "." : "。"),
        ]),
        .program(input),
        .paragraph([
          .text(isEnglish ? "The largest is " : "最大的是 "),
          .number(NumberText(z.max() ?? 0, decimals: 1).text), .text(isEnglish ? "." : "。"),
        ]),
      ]
    case 1:
      blocks = [
        .paragraph([.text(isEnglish ? "One row at a time." : "一次一行。")]), .program(derivation),
        .paragraph([.text(isEnglish ? "That was all." : "就是这样。")]),
      ]
    case 2: blocks = [.quiz(choice(isEnglish))]
    case 3: blocks = [.quiz(number(isEnglish)), .paragraph([.text(isEnglish ? "Good." : "好。")])]
    default: blocks = [.quiz(table(isEnglish))]
    }
    return ComputedStep(index: index, title: title, blocks: blocks)
  }

  private var tensor: Tensor { Tensor(shape: [z.count], storage: .float64(z)) }

  private var input: ComputedProgram {
    let original = Tensor(shape: [3], storage: .float64([2, 1, 0.1]))
    return ComputedProgram(
      index: 0,
      program: Program(source: "z = torch.tensor(…)", presentations: [], edits: ["z"], line: 1),
      inputs: [.init(id: Self.zID, value: tensor, original: original)],
      parts: [.init(title: "", outcome: Outcome())])
  }

  private var derivation: ComputedProgram {
    let shifted = z.map { $0 - (z.max() ?? 0) }
    let powers = shifted.map { exp($0) }
    func row(_ values: [Double]) -> Tensor {
      Tensor(shape: [values.count], storage: .float64(values))
    }
    let most = Tensor(shape: [], storage: .float64([z.max() ?? 0]))
    let story = Derivation(
      name: "softmax", formula: "p_i",
      steps: [
        .init(symbol: "z", formula: "z", rule: .given, value: tensor),
        .init(
          symbol: "m", formula: "\\max_j z_j", rule: .maximum(0, dim: 0), value: most,
          remark: .init("The largest logit.", "最大的一个。")),
        .init(symbol: "z − m", formula: "z_i - m", rule: .subtract(0, 1), value: row(shifted)),
        .init(
          symbol: "e^(z−m)", formula: "e^{z_i - m}", rule: .exponential(2), value: row(powers),
          mark: .underflow),
      ])
    return ComputedProgram(
      index: 1,
      program: Program(source: "softmax(z)", presentations: [.steps], edits: [], line: 5),
      inputs: [],
      parts: [
        .init(
          title: "softmax(z)", outcome: Outcome(value: .tensor(row(powers))), derivation: story)
      ])
  }
}
