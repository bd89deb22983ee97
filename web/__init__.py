"""What the server does around the pages: language of the page, safe headers. Knows starlette, not streamlit."""
