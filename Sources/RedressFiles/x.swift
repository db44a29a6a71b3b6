import Redress
