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

    - Integers have 64 bits; a larger one is an OverflowError that says so. There are no complex numbers, bytes or frozensets.
    - `import` finds only the modules below: no os, io, re or enum. `numpy` has what programs beside PyTorch use; its results without dimensions are Python's numbers. A file, a process or the network cannot be reached.
    - A class has one base, and none of the builtin ones; no `match`, no `async`.
    - `time.time()` and `time.perf_counter()` count the program's own steps, ten million to a second: no clock is read.

    ## What differs from PyTorch

    - Everything is on the CPU, in one thread; `device=` and `.to("cpu")` are taken, another device is refused.
    - A mathematical function by its bare name takes a plain number or a list of numbers: `softmax([2, 1, 0.1])`, `-log(0.7)`. Through `torch.` and `F.` PyTorch's own rules hold.
    - Notes: where a program runs but probably means something else (softmax before CrossEntropyLoss, logits into NLLLoss, a forgotten `zero_grad`), nabla says so once, on standard error. `--no-notes` turns that off.

    Numbers:

    - float32 sums, products and exponentials are rounded in nabla's own order: the last digit may differ, as it does between PyTorch's own builds. float16 and bfloat16 sums, products and fused
      kernels can differ in the last bit; the softmax family agrees step by step.
    - A logit of −inf with target 1 (or +inf with target 0) in BCE with logits gives inf, which it is; PyTorch gives nan. `gelu(±inf)` in float32 is inf or 0; PyTorch's vectorised kernel gives nan.
    - `sort`, `argsort` and `topk` keep the order of equal values, as PyTorch does with `stable=True`.

    Random numbers are those of PyTorch's CPU generator for the same seed: `rand`, `randn`, `randint`, `randperm`, `normal`, `bernoulli`, `multinomial`, initial weights, dropout, shuffling loaders.
    What cannot match: `randn` and `normal` in float16 from 16 values on.

    Gradients: `create_graph=True` works through arithmetic, matrix products, reductions, activations, the losses, indexing and shapes; where an operation's gradient has none of its own, the error names it.
    A custom `autograd.Function` with several outputs passes the gradient of the first. `torch.func.vmap` calls the function once for every element.

    The vectors of `svd` and `eigh` may have the other sign, and no gradient goes through them.

    Not there: FFTs, sparse tensors, `lu` and `eig`, `max_unpool`, `grid_sample`, bicubic
    `interpolate`, `ctc_loss`, `LBFGS`, saving to files. `as_strided` copies. Convolutions, pooling, recurrent layers and what else is written in nabla's own language are right, but slow: for small inputs.

    Errors have PyTorch's type and first line; a text that lists an installation's paths or overloads is told in simpler words.

    ## Its own functions

    `explain(x)` tells how a value came about; `compare(a, b)` sets two ways to one number side by side; `check_gradient(loss, w)` sets the central difference beside the gradient;
    `naive_softmax` and `naive_log_softmax` exist to be watched failing; `bars(p)`, `plot(y)`, `heat(W)`, `graph(loss)` draw; `load_digits()` gives 1797 images of digits (E. Alpaydin and C. Kaynak, UCI, CC BY 4.0).
    """

  static let end = """
    ## Bounds

    \(bounds)

    A program that passes one of them, or is interrupted with Ctrl-C, ends with an error at its place.

    ## `nabla eval`

    `nabla eval [FILE|-]` prints what the program prints and the value of its final expression. `--steps` adds its derivation. The exit status is 0, 1 for an error in the program, 64 for wrong usage. Ctrl-C ends it within 50 milliseconds, after everything it printed, by the signal itself (130 in a shell).
    `--json` prints one object instead:

    ```json
    {"stdout": "…", "value": {"type": "tensor", "dtype": "float64", "shape": [2, 3], "data": [0.1, "nan", "inf", "-inf"]}, "error": null}
    ```

    `value` is null, or has `type` tensor, float, int, bool, str, list, tuple, size or other, with `data`. `error` is null or `{"type": "IndexError", "message": "…", "line": 1, "column": 1}`. With `--steps` there is `steps`, an array of
    `{"symbol", "formula", "latex", "numbers", "value", "line", "source", "undoes", "mark", "remark"}`. `notes` is there when there are any.
    `nabla eval --cases FILE.jsonl` reads objects `{"id", "code"}`, runs each in a fresh scope with seed 0, and prints one such object a line with its `id`.
    """

  private static var bounds: String {
    let (limits, lesson) = (Limits.standard, Limits.lesson)
    return """
      | what | `nabla eval`, REPL | a lesson's program |
      | --- | --- | --- |
      | evaluated nodes of the syntax tree | \(limits.steps) | \(lesson.steps) |
      | numbers in one tensor, items in one list | \(limits.elements) | \(lesson.elements) |
      | calls within calls | \(limits.depth) | \(lesson.depth) |
      | characters printed | \(limits.output) | \(lesson.output) |
      """
  }
}
