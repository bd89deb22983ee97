"""Live sessions: a room with phones, a wall and somebody who leads it. Kept in a database; no Streamlit, no web."""
