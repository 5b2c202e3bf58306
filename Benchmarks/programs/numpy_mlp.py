import numpy as np

rng = np.random.default_rng(0)
W1, b1 = rng.uniform(-0.1, 0.1, (INPUTS, HIDDEN)), np.zeros(HIDDEN)
W2, b2 = rng.uniform(-0.1, 0.1, (HIDDEN, OUTPUTS)), np.zeros(OUTPUTS)
x = rng.standard_normal((BATCH, INPUTS))
y = rng.integers(0, OUTPUTS, BATCH)
rows = np.arange(BATCH)
for step in range(STEPS):
    z1 = x @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    p = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.log(p[rows, y]).mean()
    d2 = p
    d2[rows, y] -= 1
    d2 /= BATCH
    d1 = (d2 @ W2.T) * (z1 > 0)
    W2 -= 0.1 * (a1.T @ d2)
    b2 -= 0.1 * d2.sum(axis=0)
    W1 -= 0.1 * (x.T @ d1)
    b1 -= 0.1 * d1.sum(axis=0)
