/// Samplers of `torch.utils.data`, written in the language itself.
enum WrittenSamplers {
  static let entries: [String: NativeModule.Entry] = Dictionary(
    uniqueKeysWithValues: [
      "Sampler", "SequentialSampler", "RandomSampler", "SubsetRandomSampler",
      "WeightedRandomSampler", "BatchSampler", "ConcatDataset", "IterableDataset",
    ].map { ($0, .written(source, name: $0)) })

  private static let source = WrittenModule(
    "samplers",
    #"""
    class Sampler:
        def __init__(self, data_source=None):
            self.data_source = data_source

    class IterableDataset(torch.utils.data.Dataset):
        pass

    class SequentialSampler(Sampler):
        def __iter__(self):
            return iter(range(len(self.data_source)))
        def __len__(self):
            return len(self.data_source)

    def _generator(given):
        return torch.Generator().manual_seed(_draw_seed()) if given is None else given

    class RandomSampler(Sampler):
        def __init__(self, data_source, replacement=False, num_samples=None, generator=None):
            super().__init__(data_source)
            self.replacement, self.generator = replacement, generator
            self.num_samples = len(data_source) if num_samples is None else num_samples
        def __iter__(self):
            n, generator = len(self.data_source), _generator(self.generator)
            if self.replacement:
                numbers = []
                for _ in range(self.num_samples // 32):
                    numbers = numbers + torch.randint(n, (32,), generator=generator).tolist()
                return iter(numbers + torch.randint(n, (self.num_samples % 32,), generator=generator).tolist())
            numbers = []
            for _ in range(self.num_samples // n):
                numbers = numbers + torch.randperm(n, generator=generator).tolist()
            return iter(numbers + torch.randperm(n, generator=generator).tolist()[:self.num_samples % n])
        def __len__(self):
            return self.num_samples

    class SubsetRandomSampler(Sampler):
        def __init__(self, indices, generator=None):
            self.indices, self.generator = indices, generator
        def __iter__(self):
            if self.generator is None:
                order = torch.randperm(len(self.indices)).tolist()
            else:
                order = torch.randperm(len(self.indices), generator=self.generator).tolist()
            return iter([self.indices[i] for i in order])
        def __len__(self):
            return len(self.indices)

    class WeightedRandomSampler(Sampler):
        def __init__(self, weights, num_samples, replacement=True, generator=None):
            self.weights = torch.as_tensor(weights, dtype=torch.float64)
            self.num_samples, self.replacement, self.generator = num_samples, replacement, generator
        def __iter__(self):
            if self.generator is None:
                return iter(torch.multinomial(self.weights, self.num_samples, self.replacement).tolist())
            return iter(torch.multinomial(self.weights, self.num_samples, self.replacement, generator=self.generator).tolist())
        def __len__(self):
            return self.num_samples

    class BatchSampler(Sampler):
        def __init__(self, sampler, batch_size, drop_last):
            self.sampler, self.batch_size, self.drop_last = sampler, batch_size, drop_last
        def __iter__(self):
            batch = []
            for i in self.sampler:
                batch.append(i)
                if len(batch) == self.batch_size:
                    yield batch
                    batch = []
            if batch and not self.drop_last:
                yield batch
        def __len__(self):
            n = len(self.sampler)
            return n // self.batch_size if self.drop_last else (n + self.batch_size - 1) // self.batch_size

    class ConcatDataset(torch.utils.data.Dataset):
        def __init__(self, datasets):
            self.datasets = list(datasets)
        def __len__(self):
            return sum(len(d) for d in self.datasets)
        def __getitem__(self, i):
            if i < 0:
                i = i + len(self)
            for d in self.datasets:
                if i < len(d):
                    return d[i]
                i = i - len(d)
            raise IndexError('list index out of range')
    """#)
}
