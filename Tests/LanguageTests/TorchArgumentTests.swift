import Foundation
import Testing

@testable import Language

/// Errors of arguments that do not fit, in the words of PyTorch 2.13.
struct TorchArgumentTests {
  @Test(arguments: rows)
  func `the error is PyTorch's`(_ row: Row) {
    let outcome = Session().run(row.code)
    let error = outcome.diagnostic
    let first = error?.message.split(separator: "\n").first ?? ""
    #expect("\(error?.type ?? "none"): \(first)" == row.error)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let code: String
    let error: String
    var testDescription: String { code }
  }

  static let rows = table.split(separator: "\n").map { line in
    let parts = line.components(separatedBy: " ⇒ ")
    return Row(code: parts[0].replacing("; ", with: "\n"), error: parts[1])
  }

  private static let table = #"""
    'a' + torch.zeros(3) ⇒ TypeError: can only concatenate str (not "Tensor") to str
    F.binary_cross_entropy(torch.tensor([0.5, 0.5]), torch.tensor([1.0, 0.0]), reduction='avg') ⇒ ValueError: avg is not a valid value for reduction
    F.binary_cross_entropy(torch.tensor([0.5, 0.5]), torch.tensor([1.0, 2.0])) ⇒ RuntimeError: all elements of target should be between 0 and 1
    F.binary_cross_entropy_with_logits(torch.randn(2), torch.tensor([1, 0])) ⇒ RuntimeError: result type Float can't be cast to the desired output type Long
    F.binary_cross_entropy_with_logits(torch.tensor([True]), torch.tensor([1.0])) ⇒ NotImplementedError: "log_sigmoid_cpu" not implemented for 'Bool'
    F.conv2d(torch.zeros(1,3,4,4), torch.zeros(2,2,3,3)) ⇒ RuntimeError: Given groups=1, weight of size [2, 2, 3, 3], expected input[1, 3, 4, 4] to have 2 channels, but got 3 channels instead
    F.cosine_similarity(1, 2) ⇒ TypeError: cosine_similarity(): argument 'x1' (position 1) must be Tensor, not int
    F.cosine_similarity(torch.zeros(3), torch.zeros(4), dim=0) ⇒ RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0
    F.cross_entropy(torch.randn(3, 5), torch.randint(0, 5, (3, 5))) ⇒ RuntimeError: Expected floating point type for target with class probabilities, got Long
    F.cross_entropy(torch.randn(3, 5), torch.tensor([0, 1, -1])) ⇒ IndexError: Target -1 is out of bounds.
    F.cross_entropy(torch.randn(3, 5), torch.tensor([0, 1, 2]), reduction='avg') ⇒ ValueError: avg is not a valid value for reduction
    F.cross_entropy(torch.randn(5), torch.tensor(7)) ⇒ IndexError: Target 7 is out of bounds.
    F.cross_entropy(torch.randn(5), torch.tensor([[1]])) ⇒ RuntimeError: 0D or 1D target tensor expected, multi-target not supported
    F.cross_entropy(torch.randn(5), torch.tensor([]).long()) ⇒ ValueError: For 1D input, 1D target must have size 1, but got target size: 0
    F.cross_entropy(torch.zeros(1, 3), torch.tensor(1).int()) ⇒ ValueError: Expected input batch_size (1) to match target batch_size (0).
    F.cross_entropy(torch.zeros(2, 3), torch.tensor(1)) ⇒ ValueError: Expected input batch_size (2) to match target batch_size (0).
    F.cross_entropy(torch.zeros(2, 3), torch.zeros(2, 3), weight=torch.ones(2)) ⇒ RuntimeError: cross_entropy: weight tensor should be defined either for all 3 classes or no classes but got weight tensor of shape: [2]
    F.cross_entropy(torch.zeros(2, 3, 2, 2), torch.zeros(2, 2).long()) ⇒ RuntimeError: only batches of spatial targets supported (3D tensors) but got targets of dimension: 2
    F.gelu(torch.zeros(2), approximate='foo') ⇒ RuntimeError: approximate argument must be either none or tanh.
    F.glu(torch.zeros(3)) ⇒ RuntimeError: Halving dimension must be even, but dimension 0 is size 3
    F.huber_loss(torch.randn(3), torch.randn(3), delta=0) ⇒ RuntimeError: huber_loss does not support non-positive values for delta.
    F.huber_loss(torch.zeros(2), 1) ⇒ AttributeError: 'int' object has no attribute 'size'
    F.kl_div(torch.tensor([1, 2]), torch.tensor([1, 2])) ⇒ RuntimeError: kl_div: Integral inputs not supported.
    F.l1_loss(torch.randn(2, 3), torch.randn(3, 2)) ⇒ RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1
    F.layer_norm(torch.zeros(2, 3), (3,), weight=torch.zeros(2)) ⇒ RuntimeError: Expected weight to be of same shape as normalized_shape, but got weight of shape [2] and normalized_shape = [3]
    F.layer_norm(torch.zeros(2, 3), 3) ⇒ TypeError: layer_norm(): argument 'normalized_shape' (position 2) must be tuple of ints, not int
    F.layer_norm(torch.zeros(2,3), [3], torch.ones(2)) ⇒ RuntimeError: Expected weight to be of same shape as normalized_shape, but got weight of shape [2] and normalized_shape = [3]
    F.layer_norm(torch.zeros(2,3), []) ⇒ RuntimeError: Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []
    F.leaky_relu(3) ⇒ TypeError: leaky_relu(): argument 'input' (position 1) must be Tensor, not int
    F.linear(torch.zeros(2, 3), torch.zeros(4, 3), torch.zeros(3)) ⇒ RuntimeError: The expanded size of the tensor (4) must match the existing size (3) at non-singleton dimension 1.  Target sizes: [2, 4].  Tensor sizes: [3]
    F.log_softmax(torch.tensor([1, 2, 3]), dim=0) ⇒ NotImplementedError: "log_softmax_lastdim_kernel_impl" not implemented for 'Long'
    F.logsigmoid(3) ⇒ TypeError: log_sigmoid(): argument 'input' (position 1) must be Tensor, not int
    F.nll_loss(torch.tensor(1.0), torch.tensor(0)) ⇒ ValueError: Expected 1 or more dimensions (got 0)
    F.nll_loss(torch.zeros(2, 3).long(), torch.tensor([0, 1])) ⇒ NotImplementedError: "nll_loss_out_frame" not implemented for 'Long'
    F.pad([1], (1,1)) ⇒ TypeError: pad(): argument 'input' (position 1) must be Tensor, not list
    F.pad(torch.zeros(2), (1,1), mode='foo') ⇒ NotImplementedError: Unrecognised padding mode foo
    F.pad(torch.zeros(3), (1, 1, 1, 1)) ⇒ RuntimeError: Padding length should be less than or equal to two times the input dimension but got padding length 4 and input of dimension 1
    F.relu(torch.zeros(2), foo=1) ⇒ TypeError: relu() got an unexpected keyword argument 'foo'
    F.smooth_l1_loss(torch.zeros(2), 1) ⇒ AttributeError: 'int' object has no attribute 'size'
    F.softmax(torch.randn(2, 3), dim=-3) ⇒ IndexError: Dimension out of range (expected to be in range of [-2, 1], but got -3)
    F.softmax(torch.randn(2, 3), dim=2) ⇒ IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
    F.softmax(torch.randn(3), axis=0) ⇒ TypeError: softmax() got an unexpected keyword argument 'axis'
    F.softmax(torch.randn(3), dim=1) ⇒ IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)
    F.softmax(torch.zeros(2), foo=1) ⇒ TypeError: softmax() got an unexpected keyword argument 'foo'
    F.softplus(3) ⇒ TypeError: softplus(): argument 'input' (position 1) must be Tensor, not int
    a = torch.zeros(2, 3); a[0] = torch.zeros(4) ⇒ RuntimeError: The expanded size of the tensor (3) must match the existing size (4) at non-singleton dimension 0.  Target sizes: [3].  Tensor sizes: [4]
    a = torch.zeros(2, 3); a[:, 1] = torch.zeros(3) ⇒ RuntimeError: The expanded size of the tensor (2) must match the existing size (3) at non-singleton dimension 0.  Target sizes: [2].  Tensor sizes: [3]
    a = torch.zeros(3); a += torch.zeros(2, 3) ⇒ RuntimeError: output with shape [3] doesn't match the broadcast shape [2, 3]
    a = torch.zeros(3); a[0] = 'x' ⇒ TypeError: can't assign a str to a torch.FloatTensor
    a = torch.zeros(3); a[[0, 1]] = torch.tensor([1.0, 2.0, 3.0]) ⇒ RuntimeError: shape mismatch: value tensor of shape [3] cannot be broadcast to indexing result of shape [2]
    a = torch.zeros(3); a[torch.tensor([True, False, True])] = torch.tensor([1.0, 2.0, 3.0]) ⇒ RuntimeError: shape mismatch: value tensor of shape [3] cannot be broadcast to indexing result of shape [2]
    a = torch.zeros(3, dtype=torch.long); a += 0.5 ⇒ RuntimeError: result type Float can't be cast to the desired output type Long
    f"{torch.tensor([1.0, 2.0]):.2f}" ⇒ TypeError: unsupported format string passed to Tensor.__format__
    from torch.utils.data import random_split; random_split(range(10), [3, 3]) ⇒ ValueError: Sum of input lengths does not equal the length of the input dataset!
    if torch.tensor([1, 2]): pass ⇒ RuntimeError: Boolean value of Tensor with more than one value is ambiguous
    m = nn.ModuleList([nn.Linear(2, 2)]); m(torch.zeros(2)) ⇒ NotImplementedError: Module [ModuleList] is missing the required "forward" function
    m = nn.Sequential(nn.Linear(2, 2), 3) ⇒ TypeError: int is not a Module subclass
    net = nn.Linear(2, 3); net() ⇒ TypeError: Linear.forward() missing 1 required positional argument: 'input'
    net = nn.Linear(2, 3); net.foo ⇒ AttributeError: 'Linear' object has no attribute 'foo'
    net = nn.Linear(2, 3); net.load_state_dict({'weight': torch.zeros(3, 2)}) ⇒ RuntimeError: Error(s) in loading state_dict for Linear:
    nn.BCELoss()(torch.sigmoid(torch.randn(3)), torch.ones(3, dtype=torch.long)) ⇒ RuntimeError: Found dtype Long but expected Float
    nn.BatchNorm1d(3)(torch.zeros(1, 3)) ⇒ ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 3])
    nn.Conv1d(2, 3, 2)(torch.zeros(4)) ⇒ RuntimeError: Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: [4]
    nn.Conv2d(3, 4, 3)(torch.zeros(1, 3, 2, 2)) ⇒ RuntimeError: Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). Kernel size can't be greater than actual input size
    nn.CrossEntropyLoss()([1.0], [2]) ⇒ TypeError: cross_entropy_loss(): argument 'input' (position 1) must be Tensor, not list
    nn.CrossEntropyLoss(foo=1) ⇒ TypeError: CrossEntropyLoss.__init__() got an unexpected keyword argument 'foo'
    nn.Dropout(p=1.5) ⇒ ValueError: dropout probability has to be between 0 and 1, but got 1.5
    nn.Embedding(-1, 2) ⇒ RuntimeError: Trying to create tensor with negative dimension -1: [-1, 2]
    nn.Embedding(2, 'a') ⇒ TypeError: empty(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
    nn.Embedding(4, 2)(torch.tensor([-1])) ⇒ IndexError: index out of range in self
    nn.LayerNorm() ⇒ TypeError: LayerNorm.__init__() missing 1 required positional argument: 'normalized_shape'
    nn.Linear('a', 2) ⇒ TypeError: empty(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
    nn.Linear(2, 3, 4, 5, 6, 7) ⇒ TypeError: Linear.__init__() takes from 3 to 6 positional arguments but 7 were given
    nn.Linear(3) ⇒ TypeError: Linear.__init__() missing 1 required positional argument: 'out_features'
    nn.Linear(3.0, 2) ⇒ TypeError: empty(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got float"
    nn.LogSoftmax(dim=1)(torch.randn(3)) ⇒ IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)
    nn.NLLLoss(weight=[1.0]) ⇒ TypeError: cannot assign 'list' object to buffer 'weight' (torch Tensor or None required)
    nn.Parameter('a') ⇒ AttributeError: 'str' object has no attribute 'detach'
    nn.Sequential(1) ⇒ TypeError: int is not a Module subclass
    nn.Softmax(dim=2)(torch.randn(2, 3)) ⇒ IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
    nn.Softmax(foo=1) ⇒ TypeError: Softmax.__init__() got an unexpected keyword argument 'foo'
    opt = torch.optim.Adam([torch.zeros(3, requires_grad=True)], lr=-0.1) ⇒ ValueError: Invalid learning rate: -0.1
    opt = torch.optim.Adam([torch.zeros(3, requires_grad=True)], weight_decay=-0.1) ⇒ ValueError: Invalid weight_decay value: -0.1
    opt = torch.optim.SGD([torch.zeros(3, requires_grad=True)], lr=0.1, momentom=0.9) ⇒ TypeError: SGD.__init__() got an unexpected keyword argument 'momentom'
    torch.abs('a') ⇒ TypeError: abs(): argument 'input' (position 1) must be Tensor, not str
    torch.allclose(torch.zeros(2), torch.zeros(2), atol=-1.0) ⇒ RuntimeError: atol must be greater than or equal to zero, but got -1
    torch.allclose(torch.zeros(3), [0, 0, 0]) ⇒ TypeError: allclose(): argument 'other' (position 2) must be Tensor, not list
    torch.arange(0, 5, 0) ⇒ RuntimeError: step must be nonzero
    torch.arange(1, 2, 3, 4) ⇒ TypeError: arange() received an invalid combination of arguments - got (int, int, int, int), but expected one of:
    torch.arange(5, 0) ⇒ RuntimeError: upper bound and lower bound inconsistent with step sign
    torch.argmax('a') ⇒ TypeError: argmax(): argument 'input' (position 1) must be Tensor, not str
    torch.autograd.grad(torch.zeros(3), torch.zeros(3)) ⇒ RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
    torch.bernoulli(torch.tensor([1, 0])) ⇒ NotImplementedError: "bernoulli_tensor_cpu_p_" not implemented for 'Long'
    torch.bincount(torch.tensor([-1])) ⇒ RuntimeError: bincount only supports 1-d non-negative integral inputs.
    torch.bmm(torch.zeros(2, 3), torch.zeros(3, 2)) ⇒ RuntimeError: batch1 must be a 3D tensor
    torch.cat((torch.zeros(1), 1), 0) ⇒ TypeError: expected Tensor as element 1 in argument 0, but got int
    torch.cat([1, 2]) ⇒ TypeError: expected Tensor as element 0 in argument 0, but got int
    torch.cat([]) ⇒ ValueError: torch.cat(): expected a non-empty list of Tensors
    torch.cat([torch.zeros(2, 3), torch.zeros(2, 3)], dim=2) ⇒ IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
    torch.cat(torch.zeros(2, 3)) ⇒ TypeError: cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor
    torch.cdist(torch.zeros(2, 3), torch.zeros(2, 4)) ⇒ RuntimeError: X1 and X2 must have the same number of columns. X1: 3 X2: 4
    torch.clamp(torch.zeros(3), min='a') ⇒ TypeError: clamp() received an invalid combination of arguments - got (Tensor, min=str), but expected one of:
    torch.combinations(torch.zeros(2, 2)) ⇒ RuntimeError: Expect a 1D vector, but got shape [2, 2]
    torch.cross(torch.zeros(2), torch.zeros(2)) ⇒ RuntimeError: no dimension of size 3 in input
    torch.dot(torch.zeros(3), torch.zeros(4)) ⇒ RuntimeError: inconsistent tensor size, expected tensor [3] and src [4] to have the same number of elements, but got 3 and 4 elements respectively
    torch.einsum('ij->ji', torch.zeros(3)) ⇒ RuntimeError: einsum(): the number of subscripts in the equation (2) does not match the number of dimensions (1) for operand 0 and no ellipsis was given
    torch.equal(torch.zeros(3), 0) ⇒ TypeError: equal(): argument 'other' (position 2) must be Tensor, not int
    torch.exp('a') ⇒ TypeError: exp(): argument 'input' (position 1) must be Tensor, not str
    torch.exp() ⇒ TypeError: exp() missing 1 required positional arguments: "input"
    torch.eye('a') ⇒ TypeError: eye(): argument 'n' (position 1) must be int, not str
    torch.full((2,)) ⇒ TypeError: full() missing 1 required positional arguments: "fill_value"
    torch.full((2,), 'a') ⇒ TypeError: full(): argument 'fill_value' (position 2) must be Number, not str
    torch.gather(torch.zeros(3), 0, torch.tensor([3])) ⇒ RuntimeError: index 3 is out of bounds for dimension 0 with size 3
    torch.gt(torch.zeros(2), 'a') ⇒ TypeError: gt() received an invalid combination of arguments - got (Tensor, str), but expected one of:
    torch.inverse(torch.tensor([[1.0, 2.0], [2.0, 4.0]])) ⇒ _LinAlgError: linalg.inv: The diagonal element 2 is zero, the inversion could not be completed because the input matrix is singular.
    torch.isclose(torch.zeros(2), torch.zeros(2), rtol=float('nan')) ⇒ RuntimeError: rtol must be greater than or equal to zero, but got nan
    torch.isnan('a') ⇒ TypeError: isnan(): argument 'input' (position 1) must be Tensor, not str
    torch.kthvalue(torch.zeros(3), 4) ⇒ RuntimeError: kthvalue(): selected number k out of range for dimension 0
    torch.lerp(torch.zeros(3), torch.ones(4), 0.5) ⇒ RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0
    torch.linspace(0, 1, -1) ⇒ RuntimeError: number of steps must be non-negative
    torch.log(2.0) ⇒ TypeError: log(): argument 'input' (position 1) must be Tensor, not float
    torch.log_softmax(torch.zeros(2)) ⇒ TypeError: log_softmax() missing 1 required positional arguments: "dim"
    torch.logsumexp(torch.randn(3)) ⇒ TypeError: logsumexp() missing 1 required positional arguments: "dim"
    torch.manual_seed('a') ⇒ ValueError: invalid literal for int() with base 10: 'a'
    torch.max('a') ⇒ TypeError: max(): argument 'input' (position 1) must be Tensor, not str
    torch.mean([1.0, 2.0]) ⇒ TypeError: mean(): argument 'input' (position 1) must be Tensor, not list
    torch.mm(torch.zeros(2, 2), 'a') ⇒ TypeError: mm(): argument 'mat2' (position 2) must be Tensor, not str
    torch.mm(torch.zeros(2, 3), torch.zeros(2, 3)) ⇒ RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
    torch.mul('a', 1) ⇒ TypeError: mul(): argument 'input' (position 1) must be Tensor, not str
    torch.multinomial(torch.tensor(1.0), 1) ⇒ RuntimeError: prob_dist must be 1 or 2 dim
    torch.multinomial(torch.tensor([0.5, -0.5]), 1) ⇒ RuntimeError: probability tensor contains either `inf`, `nan` or element < 0
    torch.multinomial(torch.tensor([[0.0, 0.0],[1.0, 1.0]]), 1) ⇒ RuntimeError: invalid multinomial distribution (sum of probabilities <= 0)
    torch.mv(torch.zeros(2, 3), torch.zeros(2)) ⇒ RuntimeError: size mismatch, got input (2), mat (2x3), vec (2)
    torch.nn.Foo ⇒ AttributeError: module 'torch.nn' has no attribute 'Foo'
    torch.nn.functional.cross_entropy() ⇒ TypeError: cross_entropy() missing 2 required positional arguments: 'input' and 'target'
    torch.normal(0.0, -1.0, (2,)) ⇒ RuntimeError: normal expects std >= 0.0, but found std -1
    torch.normal(0.0, 1.0) ⇒ TypeError: normal() received an invalid combination of arguments - got (float, float), but expected one of:
    torch.normal(torch.zeros(2), -1.0) ⇒ RuntimeError: normal expects std >= 0.0, but found std -1
    torch.normal(torch.zeros(2), torch.ones(3)) ⇒ RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0
    torch.ones(None) ⇒ TypeError: ones(): argument 'size' (position 1) must be tuple of ints, not NoneType
    torch.optim.Adam('a') ⇒ TypeError: optimizer can only optimize Tensors, but one of the params is str
    torch.optim.SGD() ⇒ TypeError: SGD.__init__() missing 1 required positional argument: 'params'
    torch.optim.lr_scheduler.StepLR() ⇒ TypeError: StepLR.__init__() missing 2 required positional arguments: 'optimizer' and 'step_size'
    torch.pow('a', 2) ⇒ TypeError: pow() received an invalid combination of arguments - got (str, int), but expected one of:
    torch.randint(0, 5) ⇒ TypeError: randint(): argument 'size' (position 2) must be tuple of ints, not int
    torch.randint(0, 5, 3) ⇒ TypeError: randint() received an invalid combination of arguments - got (int, int, int), but expected one of:
    torch.randn(2.5) ⇒ TypeError: randn(): argument 'size' (position 1) must be tuple of ints, not float
    torch.randn(3).softmax(dim=3) ⇒ IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 3)
    torch.randperm(3.5) ⇒ TypeError: randperm(): argument 'n' (position 1) must be int, not float
    torch.sigmoid(3.0) ⇒ TypeError: sigmoid(): argument 'input' (position 1) must be Tensor, not float
    torch.softmax(torch.randn(3), dim='a') ⇒ TypeError: softmax(): argument 'dim' must be int, not str
    torch.softmax(torch.zeros(2), 0, 'a') ⇒ TypeError: softmax(): argument 'dtype' (position 3) must be torch.dtype, not str
    torch.stack() ⇒ TypeError: stack() missing 1 required positional arguments: "tensors"
    torch.stack([torch.zeros(2)], dim=3) ⇒ IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 3)
    torch.sum('a') ⇒ TypeError: sum(): argument 'input' (position 1) must be Tensor, not str
    torch.sum([1, 2]) ⇒ TypeError: sum(): argument 'input' (position 1) must be Tensor, not list
    torch.take_along_dim(torch.tensor(1.0), torch.tensor(0), 0) ⇒ IndexError: Dimension specified as 0 but tensor has no dimensions
    torch.tensor(1.0).select_scatter(torch.ones(1), 0, 0) ⇒ IndexError: select() cannot be applied to a 0-dim tensor.
    torch.tensor(2.0) @ torch.tensor(3.0) ⇒ RuntimeError: both arguments to matmul need to be at least 1D, but they are 0D and 0D
    torch.tensor([1, 2, 3]).std() ⇒ RuntimeError: std and var only support floating point and complex dtypes
    torch.tensor([1, 2]).requires_grad_() ⇒ RuntimeError: only Tensors of floating point dtype can require gradients
    torch.tensor([1, 2], requires_grad=True) ⇒ RuntimeError: Only Tensors of floating point and complex dtype can require gradients
    torch.tensor([1, None]) ⇒ RuntimeError: Could not infer dtype of NoneType
    torch.tensor([1.0, 2.0]).item() ⇒ RuntimeError: a Tensor with 2 elements cannot be converted to Scalar
    torch.tensor([1.0], dtype='float32') ⇒ TypeError: tensor(): argument 'dtype' must be torch.dtype, not str
    torch.tensor([None]) ⇒ RuntimeError: Could not infer dtype of NoneType
    torch.tensor([True, False]).mean() ⇒ RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Bool
    torch.tensor([]).argmax() ⇒ IndexError: argmax(): Expected reduction dim to be specified for input.numel() == 0.
    torch.tensor([]).max() ⇒ RuntimeError: max(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.
    torch.tensor(torch) ⇒ RuntimeError: Could not infer dtype of module
    torch.tensordot(torch.zeros(2, 3), torch.zeros(2, 3), dims=1) ⇒ RuntimeError: contracted dimensions need to match, but first has size 3 in dim -1 and second has size 2 in dim 0
    torch.testing.assert_close(torch.zeros(2), torch.zeros(2).double()) ⇒ AssertionError: The values for attribute 'dtype' do not match: torch.float32 != torch.float64.
    torch.testing.assert_close(torch.zeros(2), torch.zeros(3)) ⇒ AssertionError: The values for attribute 'shape' do not match: torch.Size([2]) != torch.Size([3]).
    torch.topk(torch.zeros(2)) ⇒ TypeError: topk() missing 1 required positional arguments: "k"
    torch.trace(torch.zeros(3)) ⇒ RuntimeError: trace: expected a matrix, but got tensor with dim 1
    torch.tril('a') ⇒ TypeError: tril(): argument 'input' (position 1) must be Tensor, not str
    torch.unique('a') ⇒ TypeError: _unique2(): argument 'input' (position 1) must be Tensor, not str
    torch.unique([1, 2]) ⇒ TypeError: _unique2(): argument 'input' (position 1) must be Tensor, not list
    torch.unsqueeze(torch.zeros(2)) ⇒ TypeError: unsqueeze() missing 1 required positional arguments: "dim"
    torch.utils.data.TensorDataset(1) ⇒ AttributeError: 'int' object has no attribute 'size'
    torch.where(torch.tensor([True, False, True]), torch.zeros(2), torch.ones(2)) ⇒ RuntimeError: The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 0
    torch.zeros(-1) ⇒ RuntimeError: zeros: Dimension size must be non-negative.
    torch.zeros(0, 3).max(dim=0) ⇒ IndexError: max(): Expected reduction dim 0 to have non-zero size.
    torch.zeros(2).normal_(0, -1) ⇒ RuntimeError: normal expects std >= 0.0, but found std -1
    torch.zeros(2).random_(5, 2) ⇒ RuntimeError: random_ expects 'from' to be less than 'to', but got from=5 >= to=2
    torch.zeros(2, 'a') ⇒ TypeError: zeros(): argument 'size' failed to unpack the object at pos 2 with error "type must be tuple of ints,but got str"
    torch.zeros(2, 3) @ torch.zeros(2, 3) ⇒ RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)
    torch.zeros(2, 3).cumsum() ⇒ TypeError: cumsum() missing 1 required positional arguments: "dim"
    torch.zeros(2, 3).diagonal_scatter(torch.ones(3)) ⇒ RuntimeError: expected src to have a size equal to the slice of self. src size = [3], slice size = [2]
    torch.zeros(2, 3).permute(0, 2) ⇒ IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
    torch.zeros(2, 3).repeat(2) ⇒ RuntimeError: Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor
    torch.zeros(2, 3).reshape(-1, 4) ⇒ RuntimeError: shape '[-1, 4]' is invalid for input of size 6
    torch.zeros(2, 3).reshape(4, 2) ⇒ RuntimeError: shape '[4, 2]' is invalid for input of size 6
    torch.zeros(2, 3).select_scatter(torch.ones(2), 0, 0) ⇒ RuntimeError: expected src to have a size equal to the slice of self. src size = [2], slice size = [3]
    torch.zeros(2, 3).select_scatter(torch.ones(3), 0, 5) ⇒ IndexError: select(): index 5 out of range for tensor of size [2, 3] at dimension 0
    torch.zeros(2, 3).slice_scatter(torch.ones(3), 0, 0, 1) ⇒ RuntimeError: expected src to have a size equal to the slice of self. src size = [3], slice size = [1, 3]
    torch.zeros(2, 3).sum(dim=(0, 0)) ⇒ RuntimeError: dim 0 appears multiple times in the list of dims
    torch.zeros(2, 3).transpose(0, 2) ⇒ IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
    torch.zeros(2, 3)[-3] ⇒ IndexError: index -3 is out of bounds for dimension 0 with size 2
    torch.zeros(2, 3)[2] ⇒ IndexError: index 2 is out of bounds for dimension 0 with size 2
    torch.zeros(2, 3)[torch.tensor([[True, False, True]])] ⇒ IndexError: The shape of the mask [1, 3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0
    torch.zeros(2, 3, 4).t() ⇒ RuntimeError: t() expects a tensor with <= 2 dimensions, but self is 3D
    torch.zeros(2.0) ⇒ TypeError: zeros(): argument 'size' (position 1) must be tuple of ints, not float
    torch.zeros(3) + [1, 2, 3] ⇒ TypeError: unsupported operand type(s) for +: 'Tensor' and 'list'
    torch.zeros(3) + torch.zeros(4) ⇒ RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0
    torch.zeros(3) << 1 ⇒ NotImplementedError: "lshift_cpu" not implemented for 'Float'
    torch.zeros(3).cuda() ⇒ AssertionError: Torch not compiled with CUDA enabled
    torch.zeros(3).foo() ⇒ AttributeError: 'Tensor' object has no attribute 'foo'
    torch.zeros(3).masked_fill(torch.tensor([True, False]), 0.0) ⇒ RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0
    torch.zeros(3).scatter(0, torch.tensor([[0]]), 1.0) ⇒ RuntimeError: Index tensor must have the same number of dimensions as self tensor
    torch.zeros(3).scatter(0, torch.zeros(4, 4).long(), 1.0) ⇒ RuntimeError: Index tensor must have the same number of dimensions as self tensor
    torch.zeros(3).scatter_(0, torch.tensor([3]), 1.0) ⇒ RuntimeError: index 3 is out of bounds for dimension 0 with size 3
    torch.zeros(3)[::-1] ⇒ ValueError: step must be greater than zero
    torch.zeros(3)[::0] ⇒ ValueError: slice step cannot be zero
    torch.zeros(3)[torch.tensor([0, 5])] ⇒ IndexError: index 5 is out of bounds for dimension 0 with size 3
    torch.zeros(3)[torch.tensor([True, False])] ⇒ IndexError: The shape of the mask [2] at index 0 does not match the shape of the indexed tensor [3] at index 0
    torch.zeros(3, 3).scatter(0, torch.zeros(2, 2).long(), torch.ones(1, 1)) ⇒ RuntimeError: Expected index [2, 2] to be no larger than self [3, 3] apart from dimension 0 and to be no larger size than src [1, 1]
    torch.zeros(3, 3).scatter(0, torch.zeros(4, 4).long(), 1.0) ⇒ RuntimeError: Expected index [4, 4] to be no larger than self [3, 3] apart from dimension 0
    torch.zeros(3, 3).scatter_add(0, torch.zeros(1, 4).long(), torch.ones(1, 4)) ⇒ RuntimeError: Expected index [1, 4] to be no larger than self [3, 3] apart from dimension 0 and to be no larger size than src [1, 4]
    torch.zeros(6).split(0) ⇒ RuntimeError: split_size can only be 0 if dimension size is 0, but got dimension size of 6
    torch.zeros(6).split([2, 3]) ⇒ RuntimeError: split_with_sizes expects split_sizes to sum exactly to 6 (input tensor's size at dimension 0), but got split_sizes=[2, 3]
    x = torch.arange(3); x[3] ⇒ IndexError: index 3 is out of bounds for dimension 0 with size 3
    x = torch.arange(6).reshape(2, 3); x['a':] ⇒ TypeError: slice indices must be integers or None or have an __index__ method
    x = torch.arange(6).reshape(2, 3); x[(0, 'a')] ⇒ TypeError: new(): invalid data type 'str'
    x = torch.arange(6).reshape(2, 3); x[..., 0, 0, 0] ⇒ IndexError: too many indices for tensor of dimension 2
    x = torch.arange(6).reshape(2, 3); x[:] = 'a' ⇒ TypeError: can't assign a str to a torch.LongTensor
    x = torch.arange(6).reshape(2, 3); x[torch.zeros(3, dtype=torch.bool)] ⇒ IndexError: The shape of the mask [3] at index 0 does not match the shape of the indexed tensor [2, 3] at index 0
    x = torch.arange(6).reshape(2, 3); x[{}] ⇒ IndexError: only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got dict)
    x = torch.tensor([1, 2]); x + (3, 4) ⇒ TypeError: unsupported operand type(s) for +: 'Tensor' and 'tuple'
    x = torch.tensor([1.0, 2.0]); 'a' in x ⇒ RuntimeError: Tensor.__contains__ only supports Tensor or scalar, but you passed in a <class 'str'>.
    x = torch.tensor([1.0, 2.0], requires_grad=True); x += 1 ⇒ RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    x = torch.tensor([1.0, 2.0], requires_grad=True); x.fill_(0) ⇒ RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
    x = torch.tensor([1.0, 2.0], requires_grad=True); x[0] = 5.0 ⇒ RuntimeError: a view of a leaf Variable that requires grad is being used in an in-place operation.
    x = torch.zeros(2, 3); x.allclose(x, 'a') ⇒ TypeError: allclose(): argument 'rtol' (position 2) must be float, not str
    x = torch.zeros(2, 3); x.argmax(dim='a') ⇒ TypeError: argmax(): argument 'dim' must be int, not str
    x = torch.zeros(2, 3); x.dot(x) ⇒ RuntimeError: 1D tensors expected, but got 2D and 2D tensors
    x = torch.zeros(2, 3); x.exp(1) ⇒ TypeError: TensorBase.exp() takes no arguments (1 given)
    x = torch.zeros(2, 3); x.expand('a') ⇒ TypeError: expand(): argument 'size' (position 1) must be tuple of ints, not str
    x = torch.zeros(2, 3); x.item() ⇒ RuntimeError: a Tensor with 6 elements cannot be converted to Scalar
    x = torch.zeros(2, 3); x.mul_(torch.zeros(4)) ⇒ RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1
    x = torch.zeros(2, 3); x.pow('a') ⇒ TypeError: pow() received an invalid combination of arguments - got (str), but expected one of:
    x = torch.zeros(2, 3); x.reshape() ⇒ TypeError: reshape() missing 1 required positional arguments: "shape"
    x = torch.zeros(2, 3); x.size('a') ⇒ TypeError: size(): argument 'dim' (position 1) must be int, not str
    x = torch.zeros(2, 3); x.size(2) ⇒ IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)
    x = torch.zeros(2, 3); x.tolist(1) ⇒ TypeError: TensorBase.tolist() takes no arguments (1 given)
    x = torch.zeros(2, 3); x.transpose('a', 1) ⇒ TypeError: transpose(): argument 'dim0' (position 1) must be int, not str
    x = torch.zeros(2, 3); x.transpose(0) ⇒ TypeError: transpose() missing 1 required positional arguments: "dim1"
    x = torch.zeros(3); x.grad = torch.zeros(4) ⇒ RuntimeError: attempting to assign a gradient of size '[4]' to a tensor of size '[3]'. Please ensure that the gradient and the tensor are the same size
    x = torch.zeros(3); x.register_hook(print) ⇒ RuntimeError: cannot register a hook on a tensor that doesn't require gradient
    x = torch.zeros(3); x.shape = (1, 3) ⇒ AttributeError: attribute 'shape' of 'torch._C.TensorBase' objects is not writable
    x = torch.zeros(3, requires_grad=True); x.grad = 1.0 ⇒ TypeError: assigned grad expected to be a Tensor or None but got grad of type float
    """#
}
