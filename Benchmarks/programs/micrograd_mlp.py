# micrograd has no exponential: the loss is the hinge loss of its own demonstration.
import random
from micrograd.nn import MLP

random.seed(0)
model = MLP(INPUTS, [HIDDEN, OUTPUTS])
rows = [[random.gauss(0, 1) for _ in range(INPUTS)] for _ in range(BATCH)]
targets = [random.randrange(OUTPUTS) for _ in range(BATCH)]
for step in range(STEPS):
    losses = []
    for row, target in zip(rows, targets):
        scores = model(row)
        losses += [(1 + s - scores[target]).relu() for k, s in enumerate(scores) if k != target]
    loss = sum(losses) * (1 / BATCH)
    model.zero_grad()
    loss.backward()
    for p in model.parameters():
        p.data -= 0.01 * p.grad
