import torch
import torch.nn as nn
from sklearn.datasets import load_digits

torch.manual_seed(0)
images, targets = load_digits(return_X_y=True)
x = torch.as_tensor(images, dtype=torch.float32) / 16
y = torch.as_tensor(targets)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
loss_fn = nn.CrossEntropyLoss()
for epoch in range(STEPS):
    order = torch.randperm(len(x))
    for start in range(0, len(x), 32):
        rows = order[start:start + 32]
        optimizer.zero_grad()
        loss = loss_fn(model(x[rows]), y[rows])
        loss.backward()
        optimizer.step()
