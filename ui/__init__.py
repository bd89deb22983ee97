"""The Streamlit screens for planner, council and resident. Pages compose; they do not calculate."""
