"""The reference of the case files, made from the case model itself: ``python -m cases reference``.

``records`` describes the YAML files from their schema, ``columns`` the CSV files, ``page`` puts them together.
"""
