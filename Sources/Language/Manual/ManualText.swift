/// What the manual says in prose.
enum ManualText {
  static let beginning = """
    # nabla's language

    <!-- Made by `nabla help manual`; a test holds it to the program. -->

    A subset of Python 3 with PyTorch's vocabulary. What a learner types is the Python and PyTorch of their notes: the same values, printed
    text, errors and, for the same seed, random numbers, without Python or PyTorch on the machine. `nabla help NAME` (and `NAME?` in
    the REPL) tells of one name; what is missing says so by name, with the nearest that exists.

    ## Statements and expressions

    Expression, assignment (annotated, chained, unpacking, augmented), `if`, `for`, `while`, `break`, `continue`, `pass`, `def` (defaults, keywords, `*args`, `**kwargs`), `return`, `lambda`,
    `class` (single inheritance, `super()`), `with`, `try`, `except`, `finally`, `raise`, `assert`, `del`, `global`, `import` and `from … import` of the modules below, decorators, docstrings, comments.
    Numbers, strings, f-strings with the whole grammar of format specs, lists, tuples, dicts, sets, slices, comprehensions, conditional expressions, comparison chains,
    boolean, bitwise and arithmetic operators, `@`, `**`, starred arguments, subscripts with slices and ellipsis.

    ## What differs from Python

    - Integers have 64 bits; a larger one is an OverflowError that says so.
    - No `async`, `match`, `yield from`, metaclasses or multiple inheritance. A file, a process or the network cannot be reached: there is no `open`, no `os`, no `sys`.
    - `import` finds only the modules below.

    ## What differs from PyTorch

    - Everything is on the CPU, in one thread; `device=` and `.to("cpu")` are taken, another device is refused.
    - A mathematical function by its bare name takes a plain number or a list of numbers: `softmax([2, 1, 0.1])`, `-log(0.7)`. Through `torch.` and `F.` PyTorch's own rules hold.
    - Sums and products of float32 are rounded in nabla's own order, so that the last digit of a float32 may differ from PyTorch's, as it does between PyTorch's own builds.
    - BCE with logits of a logit of −inf with target 1 (or +inf with target 0) is inf, which it is; PyTorch gives nan.
    - Random numbers agree with PyTorch's CPU generator: `rand`, `randn`, `randint`, `randperm`, `normal`, `bernoulli`, `multinomial`, initial weights, dropout, shuffling loaders. Distributions that are not in the lists below do not exist.
    - Notes: where a program runs but probably means something else (softmax before CrossEntropyLoss, logits into NLLLoss, a forgotten `zero_grad`), nabla says so once, on standard error. `--no-notes` turns that off.

    ## Its own functions

    `explain(x)` tells how a value came about; `compare(a, b)` sets two ways to one number side by side; `check_gradient(loss, w)` sets the central difference beside the gradient;
    `naive_softmax` and `naive_log_softmax` exist to be watched failing; `bars(p)`, `plot(y)`, `heat(W)`, `graph(loss)` draw; `load_digits()` gives 1797 images of digits (E. Alpaydin and C. Kaynak, UCI, CC BY 4.0).
    """

  static let end = """
    ## Bounds

    \(bounds)

    A program that passes one of them, or is interrupted with Ctrl-C, ends with an error at its place.

    ## `nabla eval`

    `nabla eval [FILE|-]` prints what the program prints and the value of its final expression. `--steps` adds its derivation. The exit status is 0, 1 for an error in the program, 64 for wrong usage.
    `--json` prints one object instead:

    ```json
    {"stdout": "…", "value": {"type": "tensor", "dtype": "float64", "shape": [2, 3], "data": [0.1, "nan", "inf", "-inf"]}, "error": null}
    ```

    `value` is null, or has `type` tensor, float, int, bool, str, list, tuple, size or other, with `data`. `error` is null or `{"type": "IndexError", "message": "…", "line": 1, "column": 1}`. With `--steps` there is `steps`, an array of
    `{"symbol", "formula", "latex", "numbers", "value", "line", "source", "undoes", "mark", "remark"}`. `notes` is there when there are any.
    `nabla eval --cases FILE.jsonl` reads objects `{"id", "code"}`, runs each in a fresh scope with seed 0, and prints one such object a line with its `id`.
    """

  private static var bounds: String {
    let limits = Limits.standard
    return """
      | what | `nabla eval`, REPL | a lesson's program |
      | --- | --- | --- |
      | evaluated nodes of the syntax tree | \(limits.steps) | 5000000 |
      | numbers in all tensors together | \(limits.elements) | 20000000 |
      | calls within calls | \(limits.depth) | \(limits.depth) |
      | characters printed | \(limits.output) | 100000 |
      """
  }
}
