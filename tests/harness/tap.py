"""Runs the unittest cases of the calling module and prints them as TAP, for meson."""
import sys
import traceback
import unittest


class _Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.count = 0
        self.bad_parts = []  # of the running test: (subtest, error)

    def startTest(self, test):
        super().startTest(test)
        self.bad_parts = []

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.bad_parts.append((subtest, err))

    def stopTest(self, test):
        # A test whose parts failed is told of as neither success nor failure.
        if self.bad_parts:
            self._line(False, test)
            for part, err in self.bad_parts:
                self._tell(f"{part.id()}\n{''.join(traceback.format_exception(*err))}")
        super().stopTest(test)

    def _tell(self, text):
        for line in text.splitlines():
            print(f"# {line}", flush=True)

    def _line(self, ok, test):
        self.count += 1
        print(f"{'ok' if ok else 'not ok'} {self.count} {test.id().split('.', 1)[-1]}", flush=True)

    def addSuccess(self, test):
        self._line(True, test)

    def _bad(self, test, err):
        self._line(False, test)
        self._tell("".join(traceback.format_exception(*err)))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._bad(test, err)

    def addError(self, test, err):
        super().addError(test, err)
        self._bad(test, err)


def main():
    """Arguments name the tests to run: test_x.py Case.test_name; none runs them all."""
    module = sys.modules["__main__"]
    loader = unittest.TestLoader()
    names = sys.argv[1:]
    suite = loader.loadTestsFromNames(names, module) if names else loader.loadTestsFromModule(module)
    print(f"1..{suite.countTestCases()}", flush=True)
    result = _Result()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
