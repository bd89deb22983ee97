"""A case as a spreadsheet: ``write`` makes a workbook, ``read`` checks one, ``changes`` compares two cases.

What a sheet holds follows from the case model (``sheets``); what no sheet knows travels as a line in the sheet with
keys, so that a new field of the model is never lost. Reading ends in the ordinary case files and in the ordinary checks
of ``cases.reading.loader``; every problem comes back as sheet and cell.
"""
