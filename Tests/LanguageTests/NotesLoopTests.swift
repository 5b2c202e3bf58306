import Testing

@testable import Language

/// Training loops as courses have them, held against PyTorch.
struct NotesLoopTests {
  @Test(arguments: programs)
  func `the program prints what Python printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "topk accuracy",
      ##"""
      import torch
      def accuracy(output, target, topk=(1,)):
          """Computes the accuracy over the k top predictions"""
          with torch.no_grad():
              maxk = max(topk)
              batch_size = target.size(0)
              _, pred = output.topk(maxk, 1, True, True)
              pred = pred.t()
              correct = pred.eq(target.view(1, -1).expand_as(pred))
              res = []
              for k in topk:
                  correct_k = correct[:k].reshape(-1).float().sum(0, keepdim=True)
                  res.append(correct_k.mul_(100.0 / batch_size))
              return res
      class AverageMeter(object):
          """Computes and stores the average and current value"""
          def __init__(self, name, fmt=':f'):
              self.name = name
              self.fmt = fmt
              self.reset()
          def reset(self):
              self.val = 0
              self.avg = 0
              self.sum = 0
              self.count = 0
          def update(self, val, n=1):
              self.val = val
              self.sum += val * n
              self.count += n
              self.avg = self.sum / self.count
          def __str__(self):
              fmtstr = '{name} {val' + self.fmt + '} ({avg' + self.fmt + '})'
              return fmtstr.format(**self.__dict__)
      torch.manual_seed(0)
      out = torch.randn(6, 10); tgt = torch.randint(0, 10, (6,))
      acc1, acc5 = accuracy(out, tgt, topk=(1, 5))
      print(acc1, acc5)
      top1 = AverageMeter('Acc@1', ':6.2f')
      top1.update(acc1[0], 6); top1.update(50.0, 2)
      print(top1)
      losses = AverageMeter('Loss', ':.4e')
      for l in [0.5, 0.25]: losses.update(l)
      print(str(losses))
      """##,
      ##"""
      tensor([16.6667]) tensor([16.6667])
      Acc@1  50.00 ( 25.00)
      Loss 2.5000e-01 (3.7500e-01)
      """##),
    TorchProgram(
      "linear regression d2l",
      ##"""
      import random
      import torch
      def synthetic_data(w, b, num_examples):
          """生成y=Xw+b+噪声"""
          X = torch.normal(0, 1, (num_examples, len(w)))
          y = torch.matmul(X, w) + b
          y += torch.normal(0, 0.01, y.shape)
          return X, y.reshape((-1, 1))
      torch.manual_seed(0); random.seed(0)
      true_w = torch.tensor([2, -3.4])
      true_b = 4.2
      features, labels = synthetic_data(true_w, true_b, 100)
      print('features:', features[0], '\nlabel:', labels[0])
      def data_iter(batch_size, features, labels):
          num_examples = len(features)
          indices = list(range(num_examples))
          random.shuffle(indices)
          for i in range(0, num_examples, batch_size):
              batch_indices = torch.tensor(indices[i: min(i + batch_size, num_examples)])
              yield features[batch_indices], labels[batch_indices]
      w = torch.normal(0, 0.01, size=(2, 1), requires_grad=True)
      b = torch.zeros(1, requires_grad=True)
      def linreg(X, w, b):
          """线性回归模型"""
          return torch.matmul(X, w) + b
      def squared_loss(y_hat, y):
          """均方损失"""
          return (y_hat - y.reshape(y_hat.shape)) ** 2 / 2
      def sgd(params, lr, batch_size):
          """小批量随机梯度下降"""
          with torch.no_grad():
              for param in params:
                  param -= lr * param.grad / batch_size
                  param.grad.zero_()
      lr = 0.1
      num_epochs = 3
      net = linreg
      loss = squared_loss
      for epoch in range(num_epochs):
          for X, y in data_iter(10, features, labels):
              l = loss(net(X, w, b), y)
              l.sum().backward()
              sgd([w, b], lr, 10)
          with torch.no_grad():
              train_l = loss(net(features, w, b), labels)
              print(f'epoch {epoch + 1}, loss {float(train_l.mean()):f}')
      print(f'w的估计误差: {true_w - w.reshape(true_w.shape)}')
      print(f'b的估计误差: {true_b - b}')
      """##,
      ##"""
      features: tensor([-1.1258, -1.1524]) 
      label: tensor([5.8707])
      epoch 1, loss 2.037372
      epoch 2, loss 0.320943
      epoch 3, loss 0.057608
      w的估计误差: tensor([ 0.3022, -0.1786], grad_fn=<SubBackward0>)
      b的估计误差: tensor([0.1680], grad_fn=<RsubBackward1>)
      """##),
    TorchProgram(
      "early stopping",
      #"""
      import torch
      class EarlyStopping:
          def __init__(self, patience=3, delta=0.0, verbose=False):
              self.patience = patience; self.delta = delta; self.verbose = verbose
              self.counter = 0; self.best_score = None; self.early_stop = False
              self.val_loss_min = float('inf')
          def __call__(self, val_loss, model_state):
              score = -val_loss
              if self.best_score is None:
                  self.best_score = score
                  self.save(val_loss, model_state)
              elif score < self.best_score + self.delta:
                  self.counter += 1
                  print(f'EarlyStopping counter: {self.counter} out of {self.patience}')
                  if self.counter >= self.patience:
                      self.early_stop = True
              else:
                  self.best_score = score
                  self.save(val_loss, model_state)
                  self.counter = 0
          def save(self, val_loss, state):
              if self.verbose:
                  print(f'Validation loss decreased ({self.val_loss_min:.6f} --> {val_loss:.6f}).  Saving model ...')
              self.best = {k: v.clone() for k, v in state.items()}
              self.val_loss_min = val_loss
      es = EarlyStopping(verbose=True)
      model = torch.nn.Linear(1, 1)
      for epoch, vl in enumerate([1.0, 0.8, 0.85, 0.79, 0.8, 0.81, 0.82, 0.5]):
          es(vl, model.state_dict())
          if es.early_stop:
              print("Early stopping at epoch", epoch); break
      print(es.best_score, list(es.best.keys()))
      """#,
      #"""
      Validation loss decreased (inf --> 1.000000).  Saving model ...
      Validation loss decreased (1.000000 --> 0.800000).  Saving model ...
      EarlyStopping counter: 1 out of 3
      Validation loss decreased (0.800000 --> 0.790000).  Saving model ...
      EarlyStopping counter: 1 out of 3
      EarlyStopping counter: 2 out of 3
      EarlyStopping counter: 3 out of 3
      Early stopping at epoch 6
      -0.79 ['weight', 'bias']
      """#),
    TorchProgram(
      "quickstart loop",
      #"""
      import torch
      from torch import nn
      from torch.utils.data import DataLoader, TensorDataset
      torch.manual_seed(0)
      X = torch.randn(96, 1, 8, 8)
      y = torch.randint(0, 10, (96,))
      train_dataloader = DataLoader(TensorDataset(X, y), batch_size=32)
      for xb, yb in train_dataloader:
          print(f"Shape of X [N, C, H, W]: {xb.shape}")
          print(f"Shape of y: {yb.shape} {yb.dtype}")
          break
      device = torch.accelerator.current_accelerator().type if torch.cuda.is_available() else "cpu"
      print(f"Using {device} device")
      class NeuralNetwork(nn.Module):
          def __init__(self):
              super().__init__()
              self.flatten = nn.Flatten()
              self.linear_relu_stack = nn.Sequential(
                  nn.Linear(8*8, 32),
                  nn.ReLU(),
                  nn.Linear(32, 32),
                  nn.ReLU(),
                  nn.Linear(32, 10)
              )
          def forward(self, x):
              x = self.flatten(x)
              logits = self.linear_relu_stack(x)
              return logits
      model = NeuralNetwork().to(device)
      print(model)
      loss_fn = nn.CrossEntropyLoss()
      optimizer = torch.optim.SGD(model.parameters(), lr=1e-1)
      def train(dataloader, model, loss_fn, optimizer):
          size = len(dataloader.dataset)
          model.train()
          for batch, (X, y) in enumerate(dataloader):
              X, y = X.to(device), y.to(device)
              pred = model(X)
              loss = loss_fn(pred, y)
              loss.backward()
              optimizer.step()
              optimizer.zero_grad()
              if batch % 2 == 0:
                  loss, current = loss.item(), (batch + 1) * len(X)
                  print(f"loss: {loss:>7f}  [{current:>5d}/{size:>5d}]")
      def test(dataloader, model, loss_fn):
          size = len(dataloader.dataset)
          num_batches = len(dataloader)
          model.eval()
          test_loss, correct = 0, 0
          with torch.no_grad():
              for X, y in dataloader:
                  X, y = X.to(device), y.to(device)
                  pred = model(X)
                  test_loss += loss_fn(pred, y).item()
                  correct += (pred.argmax(1) == y).type(torch.float).sum().item()
          test_loss /= num_batches
          correct /= size
          print(f"Test Error: \n Accuracy: {(100*correct):>0.1f}%, Avg loss: {test_loss:>8f} \n")
      epochs = 3
      for t in range(epochs):
          print(f"Epoch {t+1}\n-------------------------------")
          train(train_dataloader, model, loss_fn, optimizer)
          test(train_dataloader, model, loss_fn)
      print("Done!")
      for name, param in model.named_parameters():
          print(f"Layer: {name} | Size: {param.size()}")
      """#,
      #"""
      Shape of X [N, C, H, W]: torch.Size([32, 1, 8, 8])
      Shape of y: torch.Size([32]) torch.int64
      Using cpu device
      NeuralNetwork(
        (flatten): Flatten(start_dim=1, end_dim=-1)
        (linear_relu_stack): Sequential(
          (0): Linear(in_features=64, out_features=32, bias=True)
          (1): ReLU()
          (2): Linear(in_features=32, out_features=32, bias=True)
          (3): ReLU()
          (4): Linear(in_features=32, out_features=10, bias=True)
        )
      )
      Epoch 1
      -------------------------------
      loss: 2.306923  [   32/   96]
      loss: 2.299155  [   96/   96]
      Test Error: 
       Accuracy: 13.5%, Avg loss: 2.291381 

      Epoch 2
      -------------------------------
      loss: 2.290540  [   32/   96]
      loss: 2.292032  [   96/   96]
      Test Error: 
       Accuracy: 16.7%, Avg loss: 2.280297 

      Epoch 3
      -------------------------------
      loss: 2.275513  [   32/   96]
      loss: 2.284821  [   96/   96]
      Test Error: 
       Accuracy: 17.7%, Avg loss: 2.269587 

      Done!
      Layer: linear_relu_stack.0.weight | Size: torch.Size([32, 64])
      Layer: linear_relu_stack.0.bias | Size: torch.Size([32])
      Layer: linear_relu_stack.2.weight | Size: torch.Size([32, 32])
      Layer: linear_relu_stack.2.bias | Size: torch.Size([32])
      Layer: linear_relu_stack.4.weight | Size: torch.Size([10, 32])
      Layer: linear_relu_stack.4.bias | Size: torch.Size([10])
      """#),
  ]
}
