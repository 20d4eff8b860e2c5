"""`python -m tests.golden [DOC_ID ...]` rewrites the golden files, and starts those of the seeds that are named.

Read what changed against the articles before you commit it.
"""

import sys

from tasks.language.model import read_model
from tests.accuracy.harness import MODEL
from tests.golden.rows import find_golden, list_golden, read_seeds, write_golden

if __name__ == "__main__":
    wanted = {*list_golden(), *sys.argv[1:]}
    documents = [document for document in read_seeds() if document.doc_id in wanted]
    for doc_id, found in find_golden(read_model(MODEL), documents):
        write_golden(doc_id, found)
