"""Raw input of every format to documents, and the reasons why some cannot be."""
